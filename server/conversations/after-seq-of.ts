import type { Context } from 'hono'
import { AppError } from '../core/app-error.ts'

/** `?after=<seq>`; 0 when it is not given. */
export function afterSeqOf(c: Context): number {
  const after = c.req.query('after') ?? '0'
  if (!/^\d{1,15}$/.test(after)) {
    throw new AppError('body_malformed', '"after" must be the seq of an event, or 0.')
  }
  return Number(after)
}
