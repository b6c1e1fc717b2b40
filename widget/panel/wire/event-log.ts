import type { ConversationEvent } from '../../../protocol/events.ts'

/**
 * Puts events from all wires into the one order of the log, each once. `prev` tells a visitor what
 * comes before: an event that comes too early is held until the gap is filled.
 */
export type EventLog = {
  /** The seq of the last event that was taken. */
  cursor(): number
  /** True when something is missing before an event that is held: then ask for a page. */
  receive(event: ConversationEvent): boolean
  /** A page of the log, whole from the cursor on; `end` is where the log ended when it was read. */
  receivePage(events: ConversationEvent[], end?: number): void
}

export function createEventLog(take: (event: ConversationEvent) => void): EventLog {
  let cursor = 0
  const held = new Map<number, ConversationEvent>()

  function advance(event: ConversationEvent): void {
    cursor = event.seq
    take(event)
  }

  function release(): void {
    for (const seq of [...held.keys()].sort((a, b) => a - b)) {
      const event = held.get(seq)
      if (event && seq > cursor && event.prev > cursor) return
      held.delete(seq)
      if (event && seq > cursor) advance(event)
    }
  }

  return {
    cursor: () => cursor,
    receive(event) {
      if (event.seq > cursor) held.set(event.seq, event)
      release()
      return held.size > 0
    },
    receivePage(events, end = 0) {
      for (const event of events) if (event.seq > cursor) advance(event)
      // A hole in the numbering, such as events of a later kind of audience, must not wedge it.
      cursor = Math.max(cursor, end)
      release()
    },
  }
}
