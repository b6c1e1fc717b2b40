import { AUDIENCE_OF, type ConversationEvent, type NewEvent } from '../../protocol/events.ts'
import type { ConversationId, EventId } from '../../protocol/ids.ts'
import { newId } from '../core/new-id.ts'

type Place = {
  conversationId: ConversationId
  seq: number
  /** What stands in the log before it. */
  before: readonly ConversationEvent[]
  id?: EventId
  createdAt?: number
}

/** A draft with its place in a scripted log, as L1 says. */
export function stampEvent(draft: NewEvent, place: Place): ConversationEvent {
  const { conversationId, seq, before, id = newId('evt'), createdAt = Date.now() } = place
  const prev = before.findLast((event) => event.audience === 'everyone')?.seq ?? 0
  const audience = AUDIENCE_OF[draft.type]
  // A draft is an event without just these fields, and the audience is its type's.
  return { ...draft, id, conversationId, seq, prev, audience, createdAt } as ConversationEvent
}

/** A seq that only staff can see, where a log holds nothing of theirs. */
export type Hidden = 'hidden'

/** What one command writes from `seq` on has the seq of the draft with a `clientId` as its cause, as L4 says. */
export function causeIn(
  drafts: readonly (NewEvent | Hidden)[],
  seq: number,
): (index: number) => { cause?: number } {
  const mainIndex = drafts.findIndex((draft) => draft !== 'hidden' && draft.clientId)
  return (index) => (mainIndex < 0 || index === mainIndex ? {} : { cause: seq + mainIndex })
}
