import * as v from 'valibot'
import { HandoffReason, Phase } from './handoffs.ts'
import { ConversationId, VisitorId } from './ids.ts'
import { Language } from './language.ts'
import { Page } from './messages.ts'

/** A conversation as its shopper may see it: the fold of the `everyone` events, and whether an e-mail was given. */
export const Conversation = v.object({
  id: ConversationId,
  phase: Phase,
  /** Raised at each change of phase or holder; staff commands name the version they were decided on. */
  version: v.number(),
  /** The last seq that this audience can see. */
  lastSeq: v.number(),
  language: Language,
  startedAt: v.number(),
  /** Of the visitor's last message that named one. */
  page: v.optional(Page),
  /** Stands until it is declined, the visitor writes on, or the phase changes. */
  offer: v.optional(v.object({ reason: HandoffReason })),
  /** A person is no longer offered until hand back or reopening; asking and failure still act. */
  offerDeclined: v.boolean(),
  emailGiven: v.boolean(),
})
export type Conversation = v.InferOutput<typeof Conversation>

/** The same with what only staff may see. */
export const StaffConversation = v.object({
  ...Conversation.entries,
  visitorId: VisitorId,
  email: v.optional(v.string()),
})
export type StaffConversation = v.InferOutput<typeof StaffConversation>
