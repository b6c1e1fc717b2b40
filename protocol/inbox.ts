import * as v from 'valibot'
import { Author } from './authors.ts'
import { Phase } from './handoffs.ts'
import { ConversationId } from './ids.ts'
import { ItemCard } from './items.ts'
import { Language } from './language.ts'

export const InboxView = v.picklist(['needs_person', 'mine', 'all', 'resolved'])
export type InboxView = v.InferOutput<typeof InboxView>

/** A conversation as a row of the list. The newest by `lastSeq` (staff's) wins. */
export const ConversationSummary = v.object({
  phase: Phase,
  version: v.number(),
  language: Language,
  startedAt: v.number(),
  updatedAt: v.number(),
  /** As `protocol/pure/visitor-label.ts` makes it. */
  visitorLabel: v.string(),
  email: v.optional(v.string()),
  /** The last line that the shopper can see too. */
  lastLine: v.optional(v.object({ author: Author, text: v.string() })),
  item: v.optional(ItemCard),
  /** All messages of the visitor so far; minus what a teammate has read, that teammate's unread. */
  visitorMessages: v.number(),
})
export type ConversationSummary = v.InferOutput<typeof ConversationSummary>

export const InboxRow = v.object({
  conversationId: ConversationId,
  lastSeq: v.number(),
  summary: ConversationSummary,
  /** Of the teammate who asks. */
  readVisitorMessages: v.number(),
  writing: v.boolean(),
})
export type InboxRow = v.InferOutput<typeof InboxRow>
