import { useApp, useInbox } from '../context.ts'

/** What a button and its key do: the same thing, from one place. */
export function useCommands() {
  const app = useApp()
  const inbox = useInbox()
  const opened = () => inbox.thread.peek()
  async function takeOver() {
    const thread = opened()
    if (await thread?.ownership.takeOver()) thread?.composer.startReply()
  }
  return {
    takeOver,
    startReply() {
      const thread = opened()
      if (thread?.ownership.holdsIt.peek()) thread.composer.startReply()
    },
    startNote: () => opened()?.composer.startNote(),
    /** Ours, or a colleague's when one runs the shop. */
    handBack() {
      const thread = opened()
      const isHeld = thread?.log.conversation.peek()?.phase.name === 'teammate'
      const may = thread?.ownership.holdsIt.peek() || inbox.me.role !== 'teammate'
      if (isHeld && may) void thread?.ownership.command('handBack')
    },
    /** Resolves; a resolved conversation is taken up again instead. */
    resolve() {
      const thread = opened()
      const phase = thread?.log.conversation.peek()?.phase
      if (phase?.name === 'resolved') void takeOver()
      else if (phase) void thread?.ownership.resolve()
    },
    async sendAndResolve() {
      const thread = opened()
      if (await thread?.composer.send('reply')) await thread?.ownership.command('resolve')
    },
    toggleBrief() {
      const thread = opened()
      if (!thread) return
      const isOpen = thread.log.conversation.peek()?.phase.name === 'waiting'
      thread.briefOpen.value = !(thread.briefOpen.peek() ?? isOpen)
    },
    toggleDetails() {
      const shown = isNarrow() ? inbox.detailsSheet : app.preferences.detailsOpen
      shown.value = !shown.peek()
    },
  }
}

/** Below this width the details have no column of their own. */
function isNarrow(): boolean {
  return matchMedia('(max-width: 1180px)').matches
}
