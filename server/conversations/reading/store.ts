import { and, asc, count, desc, eq, gt, inArray, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ConversationId, TeammateId } from '../../../protocol/ids.ts'
import type { InboxView } from '../../../protocol/inbox.ts'
import type { Database } from '../../db/database.ts'
import { conversations, events, readMarks } from '../../db/schema.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

/** Where the next page begins: the sort key of the last row, and its id where two have the same. */
export type InboxCursor = { sortAt: number; id: ConversationId }

/** One page of a view. Who needs a person comes longest wait first, everything else newest first. */
export function listPage(
  db: Database,
  view: InboxView,
  teammateId: TeammateId,
  cursor: InboxCursor | undefined,
  limit: number,
): StoredConversation[] {
  const oldestFirst = view === 'needs_person'
  const sortAt = oldestFirst ? conversations.waitingSince : conversations.updatedAt
  const beyond = oldestFirst ? gt : lt
  const after =
    cursor &&
    or(
      beyond(sortAt, cursor.sortAt),
      and(eq(sortAt, cursor.sortAt), beyond(conversations.id, cursor.id)),
    )
  const direction = oldestFirst ? asc : desc
  return db
    .select()
    .from(conversations)
    .where(and(inView(view, teammateId), after))
    .orderBy(direction(sortAt), direction(conversations.id))
    .limit(limit)
    .all()
}

export function countView(db: Database, view: InboxView, teammateId: TeammateId): number {
  const row = db.select({ n: count() }).from(conversations).where(inView(view, teammateId)).get()
  return row?.n ?? 0
}

function inView(view: InboxView, teammateId: TeammateId): SQL | undefined {
  switch (view) {
    case 'needs_person':
      return eq(conversations.phaseName, 'waiting')
    case 'mine':
      return eq(conversations.holderId, teammateId)
    case 'all':
      return ne(conversations.phaseName, 'resolved')
    case 'resolved':
      return eq(conversations.phaseName, 'resolved')
    default:
      return view satisfies never
  }
}

export function listReadMarks(
  db: Database,
  teammateId: TeammateId,
  ids: ConversationId[],
): Map<ConversationId, number> {
  if (ids.length === 0) return new Map()
  const rows = db
    .select()
    .from(readMarks)
    .where(and(eq(readMarks.teammateId, teammateId), inArray(readMarks.conversationId, ids)))
    .all()
  return new Map(rows.map((row) => [row.conversationId, row.visitorMessages]))
}

export function countVisitorMessages(db: Database, id: ConversationId, upToSeq: number): number {
  const row = db
    .select({ n: count() })
    .from(events)
    .where(
      and(
        eq(events.conversationId, id),
        lte(events.seq, upToSeq),
        eq(events.type, 'message.created'),
        eq(events.authorKind, 'visitor'),
      ),
    )
    .get()
  return row?.n ?? 0
}

/** A mark only moves forward, whatever order the requests of two tabs come in. */
export function raiseReadMark(tx: Database, mark: typeof readMarks.$inferInsert): void {
  tx.insert(readMarks)
    .values(mark)
    .onConflictDoUpdate({
      target: [readMarks.teammateId, readMarks.conversationId],
      set: {
        seq: sql`max(seq, excluded.seq)`,
        visitorMessages: sql`max(visitor_messages, excluded.visitor_messages)`,
      },
    })
    .run()
}
