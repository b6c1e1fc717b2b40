import type { SignIn } from '../../protocol/api.ts'
import { AppError } from '../core/app-error.ts'
import { randomToken } from '../core/random-token.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import type { ClientAddress } from '../http/client-address.ts'
import { normalEmail } from './normal-email.ts'
import { openSession } from './open-session.ts'
import { findTeammateByEmail, type Teammate } from './store.ts'
import type { TeamContext } from './team-context.ts'

const MINUTE_MS = 60_000
const PER_ADDRESS = { limit: 5, windowMs: 5 * MINUTE_MS }
const PER_ACCOUNT = { limit: 10, windowMs: 15 * MINUTE_MS }

/**
 * A session for an e-mail address and its password. An unknown address costs the same work, is counted and
 * is refused in the same words. A try is counted before the work, so that many at once are not free, and
 * given back when it was right.
 */
export async function signIn(
  ctx: TeamContext,
  input: SignIn & { address: ClientAddress; formerHash: string | undefined },
): Promise<{ token: string; teammate: Teammate }> {
  const email = normalEmail(input.email)
  const counters = [{ key: `${ctx.shop.id} sign-in ${await sha256Hex(email)}`, rate: PER_ACCOUNT }]
  // Where everybody stands behind one address, a stranger's wrong tries would shut the whole team out.
  if (!input.address.anybody) {
    counters.push({ key: `${ctx.shop.id} sign-in ${input.address.key}`, rate: PER_ADDRESS })
  }
  for (const { key, rate } of counters) ctx.limiter.take(key, rate)
  const teammate = findTeammateByEmail(ctx.db, email)
  const right = await ctx.passwords.verify(input.password, teammate?.passwordHash ?? null)
  if (!teammate || !right) {
    throw new AppError('credentials_wrong', 'The e-mail address or the password is not right.')
  }
  for (const { key } of counters) ctx.limiter.giveBack(key)
  const token = randomToken()
  const tokenHash = await sha256Hex(token)
  writeTransaction(ctx.db, (tx) =>
    openSession(tx, {
      tokenHash,
      teammateId: teammate.id,
      nowAt: ctx.steadyNow(),
      formerHash: input.formerHash,
    }),
  )
  if (input.formerHash) ctx.publish.kick(input.formerHash)
  return { token, teammate }
}
