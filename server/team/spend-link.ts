import type { SpendLink } from '../../protocol/api.ts'
import { AppError } from '../core/app-error.ts'
import { randomToken } from '../core/random-token.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { checkedName, checkedPassword } from './checked-credentials.ts'
import { openSession } from './open-session.ts'
import type { Teammate } from './store.ts'
import { deleteSessionsOf, findLinkedTeammate, takeLink, updateTeammate } from './store.ts'
import type { TeamContext } from './team-context.ts'

/**
 * Sets the password that a one-time link is for, and signs in. Whatever is wrong with name or password
 * leaves the link as it was; of many at once, one spends it. Sessions under the old password end.
 */
export async function spendLink(
  ctx: TeamContext,
  input: SpendLink & { formerHash: string | undefined },
): Promise<{ token: string; teammate: Teammate }> {
  const linkHash = await sha256Hex(input.token)
  const linked = findLinkedTeammate(ctx.db, linkHash, ctx.steadyNow())
  if (!linked) throw notValid(ctx)
  const name = checkedName(input.name, linked.name)
  const passwordHash = await ctx.passwords.hash(checkedPassword(input.password))
  const token = randomToken()
  const tokenHash = await sha256Hex(token)
  const ended = writeTransaction(ctx.db, (tx) => {
    const nowAt = ctx.steadyNow()
    if (!takeLink(tx, linkHash, nowAt)) throw notValid(ctx)
    updateTeammate(tx, linked.id, { name, passwordHash })
    const endedHashes = deleteSessionsOf(tx, linked.id)
    const { formerHash } = input
    openSession(tx, { tokenHash, teammateId: linked.id, nowAt, formerHash })
    return formerHash ? [...endedHashes, formerHash] : endedHashes
  })
  for (const sessionHash of new Set(ended)) ctx.publish.kick(sessionHash)
  return { token, teammate: { ...linked, name, passwordHash } }
}

function notValid({ shop }: TeamContext): AppError {
  return new AppError(
    'link_not_valid',
    `This link was used already or has run out. Whoever runs the server makes a new one: npm run counterbell -- teammate add --shop ${shop.id} --email …`,
  )
}
