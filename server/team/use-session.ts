import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { SESSION_LIFE_MS } from './open-session.ts'
import { findSession, prolongSession, type Teammate } from './store.ts'

/** A commit a day is enough to keep a session alive for 14. */
const PROLONG_EVERY_MS = 24 * 60 * 60 * 1000

/** Whose session it is; prolongs it. Undefined for one that is unknown or has run out. */
export function useSession(
  db: Database,
  tokenHash: string,
  nowAt: number,
): { teammate: Teammate; prolonged: boolean } | undefined {
  const found = findSession(db, tokenHash, nowAt)
  if (!found) return undefined
  const expiresAt = nowAt + SESSION_LIFE_MS
  const prolonged = expiresAt - found.session.expiresAt > PROLONG_EVERY_MS
  if (prolonged) writeTransaction(db, (tx) => prolongSession(tx, tokenHash, expiresAt))
  return { teammate: found.teammate, prolonged }
}
