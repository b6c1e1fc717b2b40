import type { TeammateId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { deleteExpiredSessions, deleteSession, insertSession } from './store.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Counted from the last use. */
export const SESSION_LIFE_MS = 14 * DAY_MS

/** A new session each time somebody signs in; the one that the browser brought along ends. */
export function openSession(
  tx: Database,
  input: {
    tokenHash: string
    teammateId: TeammateId
    nowAt: number
    formerHash: string | undefined
  },
): void {
  const { tokenHash, teammateId, nowAt, formerHash } = input
  deleteExpiredSessions(tx, nowAt)
  if (formerHash) deleteSession(tx, formerHash)
  insertSession(tx, {
    tokenHash,
    teammateId,
    createdAt: nowAt,
    expiresAt: nowAt + SESSION_LIFE_MS,
  })
}
