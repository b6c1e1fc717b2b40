import type { Clock } from '../core/clock.ts'
import { randomToken } from '../core/random-token.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { LINK_LIFE_MS } from './add-teammate.ts'
import { listOwners, putLink } from './store.ts'

/** A one-time link for the owner, made anew at each start, until an owner has a password; then undefined. */
export async function ownerLink(deps: {
  db: Database
  now: Clock
}): Promise<{ email: string; token: string } | undefined> {
  const token = randomToken()
  const tokenHash = await sha256Hex(token)
  return writeTransaction(deps.db, (tx) => {
    const owners = listOwners(tx)
    const [owner] = owners
    if (!owner || owners.some(({ passwordHash }) => passwordHash !== null)) return undefined
    putLink(tx, { tokenHash, teammateId: owner.id, expiresAt: deps.now() + LINK_LIFE_MS })
    return { email: owner.email, token }
  })
}
