import type { ConversationEvent } from '../events.ts'

/** Puts events from all wires into the one order of the log, each once, as R5 says. */
export type EventOrder = {
  /** The seq of the last event that was handed out. */
  cursor(): number
  /**
   * Those that come next, in order, with what was held for them; what comes too early is held. `wholeTo` is
   * the seq up to which `came` is all that the log has: a hole in the numbering there stops nothing.
   */
  take(came: readonly ConversationEvent[], wholeTo?: number): ConversationEvent[]
  /** Something is missing before an event that is held: then ask for a page. */
  isMissing(): boolean
}

/** `seqBefore` is the seq that must have come before an event: a visitor is told it, staff see every seq. */
export function orderEvents(seqBefore: (event: ConversationEvent) => number): EventOrder {
  let cursor = 0
  const held = new Map<number, ConversationEvent>()
  return {
    cursor: () => cursor,
    take(came, wholeTo = 0) {
      for (const event of came) held.set(event.seq, event)
      const next: ConversationEvent[] = []
      for (const [seq, event] of [...held].sort(([a], [b]) => a - b)) {
        if (seqBefore(event) > Math.max(cursor, wholeTo)) break
        held.delete(seq)
        if (seq <= cursor) continue
        cursor = seq
        next.push(event)
      }
      cursor = Math.max(cursor, wholeTo)
      return next
    },
    isMissing: () => held.size > 0,
  }
}
