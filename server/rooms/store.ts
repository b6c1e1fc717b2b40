import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { ConversationId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { conversations, events } from '../db/schema.ts'

export type EventRow = typeof events.$inferSelect

/** Rows above `seq`, in order. */
export function listEventRows(
  db: Database,
  conversationId: ConversationId,
  seq: number,
  limit: number,
): EventRow[] {
  return rowsAbove(db).all({ conversationId, seq, limit })
}
const rowsAbove = prepareOnce((db) =>
  db
    .select()
    .from(events)
    .where(
      and(
        eq(events.conversationId, sql.placeholder('conversationId')),
        gt(events.seq, sql.placeholder('seq')),
      ),
    )
    .orderBy(asc(events.seq))
    .limit(sql.placeholder('limit'))
    .prepare(),
)

export function readPublishedSeq(db: Database, conversationId: ConversationId): number {
  return publishedSeq(db).get({ conversationId })?.publishedSeq ?? 0
}
const publishedSeq = prepareOnce((db) =>
  db
    .select({ publishedSeq: conversations.publishedSeq })
    .from(conversations)
    .where(eq(conversations.id, sql.placeholder('conversationId')))
    .prepare(),
)

export function raisePublishedSeq(tx: Database, conversationId: ConversationId, seq: number): void {
  tx.update(conversations)
    .set({ publishedSeq: seq })
    .where(and(eq(conversations.id, conversationId), lt(conversations.publishedSeq, seq)))
    .run()
}

/** Conversations whose log holds more than the rooms have accepted. */
export function listUnpublished(db: Database): ConversationId[] {
  return db
    .select({ id: conversations.id })
    .from(conversations)
    .where(lt(conversations.publishedSeq, conversations.lastSeq))
    .all()
    .map(({ id }) => id)
}
