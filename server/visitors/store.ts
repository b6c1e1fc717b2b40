import { and, eq, lt, sql } from 'drizzle-orm'
import type { VisitorId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { visitors } from '../db/schema.ts'

export type StoredVisitor = typeof visitors.$inferSelect

export function findByTokenHash(db: Database, tokenHash: string): StoredVisitor | undefined {
  return visitorByToken(db).get({ tokenHash })
}
const visitorByToken = prepareOnce((db) =>
  db
    .select()
    .from(visitors)
    .where(eq(visitors.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
)

export function insertVisitor(tx: Database, row: StoredVisitor): void {
  tx.insert(visitors).values(row).onConflictDoNothing().run()
}

export function setLastSeen(tx: Database, id: VisitorId, lastSeenAt: number): void {
  tx.update(visitors).set({ lastSeenAt }).where(eq(visitors.id, id)).run()
}

/** A visitor whom no token leads to any more: the row stays for the conversations that name it. */
export function detachToken(tx: Database, tokenHash: string, seenBefore: number): void {
  tx.update(visitors)
    .set({ tokenHash: visitors.id })
    .where(and(eq(visitors.tokenHash, tokenHash), lt(visitors.lastSeenAt, seenBefore)))
    .run()
}
