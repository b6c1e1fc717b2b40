import type { TeammateContext } from '../core/context.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { findTeammate, updateTeammate } from './store.ts'

/** A commit for each request would buy nothing: around lasts 90 s. */
const WRITE_EVERY_MS = 15_000

/** Called by the routes that an open inbox asks: the list and a thread's events. */
export function markAround(ctx: TeammateContext): void {
  const { id } = ctx.actor.teammate
  const nowAt = ctx.now()
  // A clock that was set back must not leave somebody around for hours, so either side counts as old.
  if (Math.abs(nowAt - (findTeammate(ctx.db, id)?.aroundAt ?? 0)) < WRITE_EVERY_MS) return
  writeTransaction(ctx.db, (tx) => updateTeammate(tx, id, { aroundAt: nowAt }))
}
