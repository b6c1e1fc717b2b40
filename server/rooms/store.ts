import { and, asc, eq, gt, lt } from 'drizzle-orm'
import type { ConversationId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { conversations, events } from '../db/schema.ts'

export type EventRow = typeof events.$inferSelect

/** Rows above `seq`, in order. */
export function listEventRows(
  db: Database,
  conversationId: ConversationId,
  seq: number,
  limit: number,
): EventRow[] {
  return db
    .select()
    .from(events)
    .where(and(eq(events.conversationId, conversationId), gt(events.seq, seq)))
    .orderBy(asc(events.seq))
    .limit(limit)
    .all()
}

export function readPublishedSeq(db: Database, conversationId: ConversationId): number {
  const row = db
    .select({ publishedSeq: conversations.publishedSeq })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .get()
  return row?.publishedSeq ?? 0
}

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
