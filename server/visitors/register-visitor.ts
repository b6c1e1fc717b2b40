import type { VisitorId } from '../../protocol/ids.ts'
import type { NewId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { VISITOR_LIFE_MS } from './find-visitor.ts'
import { detachToken, findByTokenHash, insertVisitor } from './store.ts'

/**
 * Makes the token's visitor, or finds the one that a twin of this request has made. A token that has run
 * out makes a new visitor: what belonged to the old one stays out of reach.
 */
export function registerVisitor(
  deps: { db: Database; newId: NewId },
  tokenHash: string,
  nowAt: number,
): VisitorId {
  return writeTransaction(deps.db, (tx) => {
    detachToken(tx, tokenHash, nowAt - VISITOR_LIFE_MS)
    const id = deps.newId('vis')
    insertVisitor(tx, { id, tokenHash, createdAt: nowAt, lastSeenAt: nowAt })
    return findByTokenHash(tx, tokenHash)?.id ?? id
  })
}
