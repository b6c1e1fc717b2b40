import type { ConversationEvent } from '../../../protocol/events.ts'
import { settledQuestion } from '../../../protocol/pure/settled-question.ts'
import type { events } from '../../db/schema.ts'

export type EventRow = typeof events.$inferSelect

/** The event that a row holds, field by field as it was appended. */
export function eventFromRow(row: EventRow): ConversationEvent {
  return storedEvent({
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    prev: row.prev,
    type: row.type,
    audience: row.audience,
    author: row.author,
    ...(row.clientId !== null && { clientId: row.clientId }),
    ...(row.cause !== null && { cause: row.cause }),
    createdAt: row.createdAt,
    ...row.payload,
  })
}

/** The row that keeps an event: the stamp in columns, the rest as its payload. */
export function rowFromEvent(event: ConversationEvent): EventRow {
  const {
    id,
    conversationId,
    seq,
    prev,
    type,
    audience,
    author,
    clientId,
    cause,
    createdAt,
    ...payload
  } = event
  return {
    id,
    conversationId,
    seq,
    prev,
    type,
    audience,
    author,
    authorKind: author.kind,
    authorId: author.id,
    clientId: clientId ?? null,
    cause: cause ?? null,
    // Feeds the unique key that gives a question one answer, or one failure.
    answers: settledQuestion(event) ?? null,
    payload,
    createdAt,
  }
}

/** Holds because rows are written by `rowFromEvent` alone, from events that the schemas typed. */
function storedEvent(fields: Record<string, unknown>): ConversationEvent {
  return fields as ConversationEvent
}
