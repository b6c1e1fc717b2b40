import * as v from 'valibot'
import type { TeammateRole } from '../../protocol/api.ts'
import type { TeammateId } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'
import type { Clock } from '../core/clock.ts'
import type { NewId } from '../core/new-id.ts'
import { randomToken } from '../core/random-token.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { checkedName } from './checked-credentials.ts'
import { normalEmail } from './normal-email.ts'
import { findTeammateByEmail, insertTeammate, putLink, type Teammate } from './store.ts'

export const LINK_LIFE_MS = 24 * 60 * 60 * 1000
const Email = v.pipe(v.string(), v.email(), v.maxLength(254))

export type NewLink = {
  teammateId: TeammateId
  /** Shown once, and known to nobody after: what is stored is its hash. */
  token: string
  /** The e-mail address was known: the link sets a new password, and name and role stay. */
  known: boolean
}

/** Makes an account and a one-time link to it; for a known e-mail address, a link that resets its password. */
export async function addTeammate(
  deps: { db: Database; now: Clock; newId: NewId },
  input: { email: string; name?: string; role: TeammateRole },
): Promise<NewLink> {
  const email = normalEmail(input.email)
  if (!v.is(Email, email)) {
    throw new AppError('body_malformed', 'Give an e-mail address, such as marta@shop.example.')
  }
  const name = input.name === undefined ? '' : checkedName(input.name, '')
  const token = randomToken()
  const tokenHash = await sha256Hex(token)
  const nowAt = deps.now()
  return writeTransaction(deps.db, (tx) => {
    const known = findTeammateByEmail(tx, email)
    const teammate = known ?? newTeammate(deps.newId('tmt'), email, name, input.role, nowAt)
    if (!known) insertTeammate(tx, teammate)
    putLink(tx, { tokenHash, teammateId: teammate.id, expiresAt: nowAt + LINK_LIFE_MS })
    return { teammateId: teammate.id, token, known: known !== undefined }
  })
}

function newTeammate(
  id: TeammateId,
  email: string,
  name: string,
  role: TeammateRole,
  createdAt: number,
): Teammate {
  return { id, email, name, role, createdAt, picture: null, passwordHash: null, aroundAt: 0 }
}
