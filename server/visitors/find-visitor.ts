import type { VisitorId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { findByTokenHash, setLastSeen } from './store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Counted from the last use. */
export const VISITOR_LIFE_MS = 180 * DAY_MS

/** The visitor whom the token belongs to; undefined for an unknown token and for one that was not used for 180 days. */
export function findVisitor(db: Database, tokenHash: string, nowAt: number): VisitorId | undefined {
  const visitor = findByTokenHash(db, tokenHash)
  if (!visitor || visitor.lastSeenAt < nowAt - VISITOR_LIFE_MS) return undefined
  if (visitor.lastSeenAt < nowAt - DAY_MS) {
    writeTransaction(db, (tx) => setLastSeen(tx, visitor.id, nowAt))
  }
  return visitor.id
}
