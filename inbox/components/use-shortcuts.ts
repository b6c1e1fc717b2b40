import { useEffect } from 'preact/hooks'
import type { ConversationId } from '../../protocol/ids.ts'
import { useApp, useInbox } from '../context.ts'
import { isConversationId, readRoute } from '../models/route.ts'
import { type ShortcutAction, shortcutOf } from '../models/shortcuts.ts'
import { useCommands } from './use-commands.ts'

const GO_WAITS_MS = 1200
/** What is done to one conversation: the row that has the focus, else the opened one. */
const FOR_ONE: ReadonlySet<ShortcutAction> = new Set([
  'take_over',
  'reply',
  'note',
  'hand_back',
  'resolve',
])

/** The page's keys, while nothing lies over it. */
export function useShortcuts() {
  const inbox = useInbox()
  const { singleKeys } = useApp().preferences
  const commands = useCommands()

  useEffect(() => {
    let goingUntil = 0
    /** A row is being opened for what its key does. */
    let opening = false
    const acts: Record<ShortcutAction, () => unknown> = {
      next: () => focusRow(1),
      previous: () => focusRow(-1),
      back: () => back(inbox),
      longest_wait: () => {
        inbox.openNextWait()
        takeFocusAlong()
      },
      first_unread: showFirstUnread,
      take_over: commands.takeOver,
      reply: commands.startReply,
      note: commands.startNote,
      hand_back: commands.handBack,
      resolve: commands.resolve,
      fold_brief: commands.toggleBrief,
      fold_details: commands.toggleDetails,
      show_keys: () => {
        inbox.keysShown.value = true
      },
      go: () => {
        goingUntil = Date.now() + GO_WAITS_MS
      },
      go_needs_person: () => inbox.show('needs_person'),
      go_mine: () => inbox.show('mine'),
      go_all: () => inbox.show('all'),
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]'))
        return
      const action = shortcutOf(event, {
        typing: isTyping(event.target),
        going: Date.now() < goingUntil,
        singleKeys: singleKeys.peek(),
      })
      if (!action) return
      // Whoever pressed T is already writing: until it is theirs, letters are not commands.
      if (inbox.thread.peek()?.ownership.busy.peek() === 'takeOver') return
      if (opening) return
      const isMove = action === 'next' || action === 'previous'
      if (event.repeat && !isMove) return
      goingUntil = 0
      event.preventDefault()
      const row = focusedRow()
      if (row && row !== inbox.thread.peek()?.id && FOR_ONE.has(action)) void actOnRow(row, action)
      else acts[action]()
    }
    /** What the ring shows is what is acted on; what closes it is not done before it was seen. */
    const actOnRow = async (row: ConversationId, action: ShortcutAction) => {
      opening = true
      const isThere = await inbox.openWhole(row)
      opening = false
      if (isThere && action !== 'hand_back' && action !== 'resolve') acts[action]()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [inbox])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== 'button') ||
    target.isContentEditable
  )
}

function focusedRow(): ConversationId | null {
  const id = document.activeElement?.getAttribute('data-row')
  return id && isConversationId(id) ? id : null
}

/** From one row to another, so that the ring stays on what is opened. */
function takeFocusAlong() {
  const from = document.activeElement
  if (!(from instanceof HTMLElement) || !from.matches('[data-row]')) return
  const to = document.querySelector<HTMLElement>(
    `[data-row="${readRoute(location.hash).conversationId}"]`,
  )
  if (to) to.focus()
  else from.blur()
}

/** Moves the focus along the rows; what is open stays open. */
function focusRow(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const from = at >= 0 ? at : rows.findIndex((row) => row.tabIndex === 0) - step
  rows[Math.min(rows.length - 1, Math.max(0, from + step))]?.focus()
}

/** Where it begins too far up to be laid out, the way there begins at the top. */
function showFirstUnread() {
  const line = document.querySelector('[data-unread]')
  if (line) line.scrollIntoView({ block: 'start' })
  else document.querySelector('[role=log]')?.scrollTo(0, 0)
}

/** One step out: from the words to the thread, from a sheet to what it covers, from the thread to its row. */
function back(inbox: ReturnType<typeof useInbox>) {
  const thread = inbox.thread.peek()
  if (document.activeElement instanceof HTMLTextAreaElement) {
    document.querySelector<HTMLElement>('[role=log]')?.focus()
  } else if (thread?.ownership.asking.peek()) {
    thread.ownership.asking.value = null
  } else if (inbox.detailsSheet.peek()) {
    inbox.detailsSheet.value = false
  } else if (thread?.composer.noting.peek() && !thread.ownership.holdsIt.peek()) {
    thread.composer.closeNote()
  } else if (thread) {
    const { id } = thread
    inbox.close()
    document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
  }
}
