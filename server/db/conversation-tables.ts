import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Author, AuthorKind } from '../../protocol/authors.ts'
import type { Conversation } from '../../protocol/conversations.ts'
import type { Audience, EventType } from '../../protocol/events.ts'
import type { Phase, PhaseName } from '../../protocol/handoffs.ts'
import type {
  ConversationId,
  EventId,
  MessageId,
  TeammateId,
  VisitorId,
} from '../../protocol/ids.ts'
import type { ConversationSummary } from '../../protocol/inbox.ts'
import type { Language } from '../../protocol/language.ts'
import type { Page } from '../../protocol/messages.ts'

export const visitors = sqliteTable('visitors', {
  id: text().$type<VisitorId>().primaryKey(),
  /** SHA-256 of the token, hex. The token itself is only ever with the visitor. */
  tokenHash: text().notNull().unique(),
  createdAt: integer().notNull(),
  /** Moved by use, at most once a day. */
  lastSeenAt: integer().notNull(),
})

/** The projection of `events`: what a fold of the log gives, kept for lists and for compare-and-set. */
export const conversations = sqliteTable(
  'conversations',
  {
    id: text().$type<ConversationId>().primaryKey(),
    visitorId: text().$type<VisitorId>().notNull(),
    /** Of the visitor's first act: one conversation for it, however often it is sent. */
    clientId: text().notNull(),
    language: text().$type<Language>().notNull(),
    phaseName: text().$type<PhaseName>().notNull(),
    phase: text({ mode: 'json' }).$type<Phase>().notNull(),
    /** Who holds it in phase `teammate`; '' otherwise. */
    holderId: text().$type<TeammateId | ''>().notNull(),
    version: integer().notNull(),
    lastSeq: integer().notNull(),
    /** The last seq that the visitor can see. */
    lastEveryoneSeq: integer().notNull(),
    /** Rises when both rooms have accepted everything up to it. */
    publishedSeq: integer().notNull(),
    page: text({ mode: 'json' }).$type<Page>(),
    offer: text({ mode: 'json' }).$type<Conversation['offer']>(),
    offerDeclined: integer({ mode: 'boolean' }).notNull(),
    email: text(),
    lastLine: text({ mode: 'json' }).$type<ConversationSummary['lastLine']>(),
    visitorMessages: integer().notNull(),
    /** Counted anew after a thumb up, hand back and reopening. */
    exchanges: integer().notNull(),
    unsureInARow: integer().notNull(),
    startedAt: integer().notNull(),
    updatedAt: integer().notNull(),
    /** Of `handoff.requested`; 0 when nobody waits. */
    waitingSince: integer().notNull(),
  },
  (t) => [
    uniqueIndex('conversations_first_act').on(t.visitorId, t.clientId),
    index('conversations_by_phase').on(t.phaseName, t.updatedAt),
    index('conversations_by_holder').on(t.holderId, t.updatedAt),
    index('conversations_by_update').on(t.updatedAt),
  ],
)

/** The log: append-only, dense per conversation, the truth. */
export const events = sqliteTable(
  'events',
  {
    conversationId: text().$type<ConversationId>().notNull(),
    seq: integer().notNull(),
    id: text().$type<EventId>().notNull().unique(),
    prev: integer().notNull(),
    type: text().$type<EventType>().notNull(),
    audience: text().$type<Audience>().notNull(),
    authorKind: text().$type<AuthorKind>().notNull(),
    authorId: text().notNull(),
    author: text({ mode: 'json' }).$type<Author>().notNull(),
    clientId: text(),
    cause: integer(),
    /** The question that this event answers, or fails to. */
    answers: text().$type<MessageId>(),
    payload: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.seq] }),
    uniqueIndex('events_one_per_command').on(
      t.conversationId,
      t.authorKind,
      t.authorId,
      t.clientId,
    ),
    uniqueIndex('events_one_answer').on(t.conversationId, t.answers),
  ],
)

/** Questions that the assistant still has to answer: what a restart has to make good. */
export const owedAnswers = sqliteTable(
  'owed_answers',
  {
    conversationId: text().$type<ConversationId>().notNull(),
    questionId: text().$type<MessageId>().notNull(),
    seq: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.questionId] })],
)

export const readMarks = sqliteTable(
  'read_marks',
  {
    teammateId: text().$type<TeammateId>().notNull(),
    conversationId: text().$type<ConversationId>().notNull(),
    seq: integer().notNull(),
    visitorMessages: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.teammateId, t.conversationId] })],
)
