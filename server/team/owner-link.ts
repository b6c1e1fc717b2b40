import type { Clock } from '../core/clock.ts'
import { randomToken } from '../core/random-token.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { LINK_LIFE_MS } from './add-teammate.ts'
import { hasLink, listOwners, putLink } from './store.ts'

/** Without a token, a link that the owner was given before still stands: only its hash is known. */
export type OwnerLink = { email: string; token?: string }

/**
 * A one-time link for the owner of a shop where no owner has a password yet; else undefined. One that
 * stands is not made void, unless it is to be renewed.
 */
export async function ownerLink(
  deps: { db: Database; now: Clock },
  { renew }: { renew: boolean } = { renew: false },
): Promise<OwnerLink | undefined> {
  const token = randomToken()
  const tokenHash = await sha256Hex(token)
  return writeTransaction(deps.db, (tx) => {
    const owners = listOwners(tx)
    const [owner] = owners
    if (!owner || owners.some(({ passwordHash }) => passwordHash !== null)) return undefined
    const nowAt = deps.now()
    const held = owners.find(({ id }) => hasLink(tx, id, nowAt))
    if (held && !renew) return { email: held.email }
    putLink(tx, { tokenHash, teammateId: owner.id, expiresAt: nowAt + LINK_LIFE_MS })
    return { email: owner.email, token }
  })
}
