import type { TeammateContext } from '../core/context.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { deleteSession, updateTeammate } from './store.ts'

/** Ends the session and every socket that it opened. Whoever has another inbox open is around again at its next request. */
export function signOut(ctx: TeammateContext): void {
  const { teammate, sessionHash } = ctx.actor
  writeTransaction(ctx.db, (tx) => {
    deleteSession(tx, sessionHash)
    updateTeammate(tx, teammate.id, { aroundAt: 0 })
  })
  ctx.publish.kick(sessionHash)
}
