import { and, asc, desc, eq, gt, or, sql } from 'drizzle-orm'
import type { Author, AuthorKind } from '../../../protocol/authors.ts'
import type { ConversationEvent, EventOf } from '../../../protocol/events.ts'
import type { ClientId, ConversationId, MessageId, VisitorId } from '../../../protocol/ids.ts'
import { mayView, type Viewer } from '../../../protocol/pure/audience.ts'
import type { Database } from '../../db/database.ts'
import { prepareOnce } from '../../db/prepare-once.ts'
import { placeholdersFor, storedValues } from '../../db/row-placeholders.ts'
import { conversations, events, owedAnswers } from '../../db/schema.ts'
import { eventFromRow, rowFromEvent } from './event-row.ts'
import type { StoredConversation } from './stored-conversation.ts'

export function findConversation(db: Database, id: ConversationId): StoredConversation | undefined {
  return conversationById(db).get({ id })
}
const conversationById = prepareOnce((db) =>
  db
    .select()
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('id')))
    .prepare(),
)

/** The owner stands in the query: another visitor's conversation is as absent as none. */
export function findVisitorsConversation(
  db: Database,
  id: ConversationId,
  visitorId: VisitorId,
): StoredConversation | undefined {
  return visitorsConversationById(db).get({ id, visitorId })
}
const visitorsConversationById = prepareOnce((db) =>
  db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.id, sql.placeholder('id')),
        eq(conversations.visitorId, sql.placeholder('visitorId')),
      ),
    )
    .prepare(),
)

export function findByFirstAct(
  db: Database,
  visitorId: VisitorId,
  clientId: ClientId,
): StoredConversation | undefined {
  return db
    .select()
    .from(conversations)
    .where(and(eq(conversations.visitorId, visitorId), eq(conversations.clientId, clientId)))
    .get()
}

export function insertConversation(tx: Database, row: StoredConversation): void {
  tx.insert(conversations).values(row).run()
}

export function updateConversation(tx: Database, row: StoredConversation): void {
  // The publisher raises `publishedSeq` on its own: a verb must not write back what it read of it.
  const { publishedSeq: _, ...projection } = storedValues(conversations, row)
  projectionUpdate(tx).run(projection)
}
const projectionUpdate = prepareOnce((db) => {
  const { publishedSeq: _, id, ...projection } = placeholdersFor(conversations)
  return db.update(conversations).set(projection).where(eq(conversations.id, id)).prepare()
})

export function insertEvent(tx: Database, event: ConversationEvent): void {
  eventInsert(tx).run(storedValues(events, rowFromEvent(event)))
}
const eventInsert = prepareOnce((db) => db.insert(events).values(placeholdersFor(events)).prepare())

/** The main event of a command that was already carried out. */
export function findCommand(
  db: Database,
  conversationId: ConversationId,
  author: { kind: AuthorKind; id: Author['id'] },
  clientId: ClientId,
): ConversationEvent | undefined {
  const { kind, id } = author
  const row = eventByCommand(db).get({ conversationId, kind, id, clientId })
  return row && eventFromRow(row)
}
const eventByCommand = prepareOnce((db) =>
  db
    .select()
    .from(events)
    .where(
      and(
        eq(events.conversationId, sql.placeholder('conversationId')),
        eq(events.authorKind, sql.placeholder('kind')),
        eq(events.authorId, sql.placeholder('id')),
        eq(events.clientId, sql.placeholder('clientId')),
      ),
    )
    .prepare(),
)

/** A command's main event, what stands beside it, and whatever answered `questionId`. */
export function eventsOfCommand(
  db: Database,
  main: ConversationEvent,
  questionId: MessageId | undefined,
): ConversationEvent[] {
  const own = or(eq(events.seq, main.seq), eq(events.cause, main.seq))
  return db
    .select()
    .from(events)
    .where(
      and(
        eq(events.conversationId, main.conversationId),
        questionId ? or(own, eq(events.answers, questionId)) : own,
      ),
    )
    .orderBy(asc(events.seq))
    .all()
    .map(eventFromRow)
}

export function listEvents(
  db: Database,
  conversationId: ConversationId,
  viewer: Viewer,
  afterSeq: number,
  limit: number,
): ConversationEvent[] {
  return db
    .select()
    .from(events)
    .where(
      and(
        eq(events.conversationId, conversationId),
        gt(events.seq, afterSeq),
        mayView(viewer, 'staff') ? undefined : eq(events.audience, 'everyone'),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(limit)
    .all()
    .map(eventFromRow)
}

/** The newest messages, oldest first: what the assistant may remember of the conversation. */
export function listLatestMessages(
  db: Database,
  conversationId: ConversationId,
  limit: number,
): ConversationEvent[] {
  return latestMessages(db).all({ conversationId, limit }).map(eventFromRow).reverse()
}
const latestMessages = prepareOnce((db) =>
  db
    .select()
    .from(events)
    .where(
      and(
        eq(events.conversationId, sql.placeholder('conversationId')),
        eq(events.type, 'message.created'),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

/** Where the log last says so; 0 where it never did. */
export function findLatestSeq(
  db: Database,
  conversationId: ConversationId,
  type: ConversationEvent['type'],
): number {
  const row = db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.conversationId, conversationId), eq(events.type, type)))
    .orderBy(desc(events.seq))
    .limit(1)
    .get()
  return row?.seq ?? 0
}

export function findMessage(
  db: Database,
  conversationId: ConversationId,
  messageId: MessageId,
): EventOf<'message.created'> | undefined {
  const row = eventOfMessage(db).get({ conversationId, messageId })
  const event = row && eventFromRow(row)
  return event?.type === 'message.created' ? event : undefined
}
const eventOfMessage = prepareOnce((db) =>
  db
    .select()
    .from(events)
    .where(
      and(
        eq(events.conversationId, sql.placeholder('conversationId')),
        eq(events.type, 'message.created'),
        sql`json_extract(${events.payload}, '$.message.id') = ${sql.placeholder('messageId')}`,
      ),
    )
    .prepare(),
)

export function insertOwedAnswer(tx: Database, row: OwedAnswer): void {
  tx.insert(owedAnswers).values(row).run()
}

export type OwedAnswer = typeof owedAnswers.$inferSelect

export function findOwedAnswer(
  db: Database,
  conversationId: ConversationId,
  questionId: MessageId,
): OwedAnswer | undefined {
  return owedAnswer(db).get({ conversationId, questionId })
}
const owedAnswer = prepareOnce((db) =>
  db
    .select()
    .from(owedAnswers)
    .where(
      and(
        eq(owedAnswers.conversationId, sql.placeholder('conversationId')),
        eq(owedAnswers.questionId, sql.placeholder('questionId')),
      ),
    )
    .prepare(),
)

export function deleteOwedAnswers(
  tx: Database,
  conversationId: ConversationId,
  questionId?: MessageId,
): void {
  tx.delete(owedAnswers)
    .where(
      and(
        eq(owedAnswers.conversationId, conversationId),
        questionId ? eq(owedAnswers.questionId, questionId) : undefined,
      ),
    )
    .run()
}

export function listOwedAnswers(db: Database): OwedAnswer[] {
  return db
    .select()
    .from(owedAnswers)
    .orderBy(asc(owedAnswers.createdAt), asc(owedAnswers.seq))
    .all()
}
