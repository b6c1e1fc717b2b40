import type { ConversationEvent } from '../../protocol/events.ts'

/**
 * Those of `came` that continue a log which ends at `cursor`, in order, with what waited in `early` for
 * them. What comes too soon is put into `early`; of what the server told as a whole nothing is too soon.
 */
export function nextEvents(
  cursor: number,
  early: Map<number, ConversationEvent>,
  came: readonly ConversationEvent[],
  isWhole: boolean,
): ConversationEvent[] {
  const next: ConversationEvent[] = []
  let at = cursor
  for (const event of came) {
    if (event.seq <= at) continue
    if (!isWhole && event.seq !== at + 1) {
      early.set(event.seq, event)
      continue
    }
    next.push(event)
    at = event.seq
    for (let waited = early.get(at + 1); waited; waited = early.get(at + 1)) {
      next.push(waited)
      at = waited.seq
    }
  }
  for (const seq of early.keys()) if (seq <= at) early.delete(seq)
  return next
}
