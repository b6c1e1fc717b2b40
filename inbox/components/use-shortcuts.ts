import { useEffect } from 'preact/hooks'
import { useApp, useInbox } from '../context.ts'
import { type ShortcutAction, shortcutOf } from '../models/shortcuts.ts'
import { useCommands } from './use-commands.ts'

const GO_WAITS_MS = 1200

/** The page's keys, while nothing lies over it. */
export function useShortcuts() {
  const inbox = useInbox()
  const { singleKeys } = useApp().preferences
  const commands = useCommands()

  useEffect(() => {
    let goingUntil = 0
    const acts: Record<ShortcutAction, () => unknown> = {
      next: () => focusRow(1),
      previous: () => focusRow(-1),
      back: () => back(inbox),
      longest_wait: inbox.openLongestWait,
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
      goingUntil = 0
      event.preventDefault()
      acts[action]()
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
    thread.ownership.asking.value = false
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
