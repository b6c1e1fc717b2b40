import * as v from 'valibot'
import { Assessment } from './assessments.ts'
import { Author, PublicFace } from './authors.ts'
import { AnswerFailureCode } from './errors.ts'
import { HandoffReason, PassedOn } from './handoffs.ts'
import { ClientId, ConversationId, EventId, MessageId } from './ids.ts'
import { Language } from './language.ts'
import { Message, Note, Page } from './messages.ts'

/** Who may see an event. The audience gate drops whole events; no field is ever stripped. */
export const Audience = v.picklist(['everyone', 'staff'])
export type Audience = v.InferOutput<typeof Audience>

/** What every event has. `seq` is dense in its conversation; `prev` is the seq of the last `everyone` event before it, 0 for none. */
const stamp = {
  id: EventId,
  conversationId: ConversationId,
  seq: v.number(),
  prev: v.number(),
  author: Author,
  /** On the main event of a command only. */
  clientId: v.optional(ClientId),
  /** On the events beside a main event: that event's seq, which may be higher than their own. */
  cause: v.optional(v.number()),
  createdAt: v.number(),
}

function everyone<const T extends string, E extends v.ObjectEntries>(type: T, payload: E) {
  return v.object({ ...stamp, type: v.literal(type), audience: v.literal('everyone'), ...payload })
}

function staffOnly<const T extends string, E extends v.ObjectEntries>(type: T, payload: E) {
  return v.object({ ...stamp, type: v.literal(type), audience: v.literal('staff'), ...payload })
}

export const ConversationEvent = v.variant('type', [
  everyone('conversation.started', { page: v.optional(Page), language: Language }),
  everyone('message.created', { message: Message }),
  staffOnly('note.created', { note: Note }),
  staffOnly('answer.assessed', { messageId: MessageId, assessment: Assessment }),
  everyone('answer.failed', { answers: MessageId, code: AnswerFailureCode }),
  everyone('handoff.offered', { reason: HandoffReason }),
  everyone('handoff.declined', {}),
  everyone('handoff.requested', {
    reason: HandoffReason,
    passedOn: PassedOn,
    teammatesAround: v.array(PublicFace),
  }),
  everyone('handoff.cancelled', {}),
  everyone('conversation.taken_over', { teammate: PublicFace }),
  everyone('conversation.handed_back', { teammate: PublicFace }),
  everyone('conversation.resolved', { teammate: PublicFace }),
  everyone('conversation.reopened', {}),
  everyone('message.rated', { messageId: MessageId, rating: v.picklist(['up', 'down']) }),
  staffOnly('visitor.email_given', { email: v.string() }),
])
export type ConversationEvent = v.InferOutput<typeof ConversationEvent>
export type EventType = ConversationEvent['type']
export type EventOf<T extends EventType> = Extract<ConversationEvent, { type: T }>
export type Rating = EventOf<'message.rated'>['rating']

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
/** An event before the log gives it its place: what a verb hands to `appendEvents`. */
export type NewEvent = DistributiveOmit<
  ConversationEvent,
  'id' | 'conversationId' | 'seq' | 'prev' | 'createdAt' | 'audience'
>

/** Who may see an event, by its type, as its schema says. */
export const AUDIENCE_OF = audiences()

/** Holds because every type of event has its option in the variant, and no option another type. */
function audiences(): Record<EventType, Audience> {
  const entries = ConversationEvent.options.map(({ entries: { type, audience } }) => [
    type.literal,
    audience.literal,
  ])
  return Object.fromEntries(entries) as Record<EventType, Audience>
}
