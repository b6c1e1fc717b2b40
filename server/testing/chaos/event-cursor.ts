import type { ConversationEvent } from '../../../protocol/events.ts'
import type { Viewer } from '../../../protocol/pure/audience.ts'

/** What a client can get wrong about the order of events: seeded, so that the checks can be seen to notice. */
export type CursorFlaw = 'shows_again' | 'shows_early'

export type EventCursor = {
  /** The seq of the last event that was shown. */
  seq(): number
  /** From a live wire. True when events are missing before one that is held. */
  receive(event: ConversationEvent): boolean
  /** From the log: nothing is missing within it, nor before it. */
  receivePage(events: ConversationEvent[]): void
}

/** Drops what was shown, holds what comes too early: R5 of docs/protocol.md. */
export function createEventCursor(
  role: Viewer,
  show: (event: ConversationEvent) => void,
  flaw?: CursorFlaw | undefined,
): EventCursor {
  let cursor = 0
  const held = new Map<number, ConversationEvent>()
  const before = (event: ConversationEvent) => (role === 'staff' ? event.seq - 1 : event.prev)

  function advance(event: ConversationEvent): void {
    cursor = Math.max(cursor, event.seq)
    show(event)
  }

  function release(): void {
    for (const seq of [...held.keys()].sort((a, b) => a - b)) {
      const event = held.get(seq)
      if (!event || (seq > cursor && before(event) > cursor)) return
      held.delete(seq)
      if (seq > cursor) advance(event)
    }
  }

  return {
    seq: () => cursor,
    receive(event) {
      const isAgain = event.seq <= cursor
      if (flaw === 'shows_early' ? !isAgain : flaw === 'shows_again' && isAgain) {
        advance(event)
        return false
      }
      if (!isAgain) held.set(event.seq, event)
      release()
      return held.size > 0
    },
    receivePage(events) {
      for (const event of events) if (event.seq > cursor) advance(event)
      release()
    },
  }
}
