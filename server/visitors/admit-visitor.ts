import type { MiddlewareHandler } from 'hono'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { clientAddress } from '../http/client-address.ts'
import { contextOf } from '../http/context-of.ts'
import { MINUTE_MS } from '../http/limit-requests.ts'
import { readSettings } from '../shops/read-settings.ts'
import { bearerToken } from './bearer-token.ts'
import { findVisitor } from './find-visitor.ts'
import { makeVisitorToken } from './make-visitor-token.ts'
import { registerVisitor } from './register-visitor.ts'

/**
 * For the first act: lets a visitor in and makes one of a token that is new. Without a token one is made
 * and left in `c.var.madeToken`, for the reply. Counts against the new conversations of the address.
 */
export const admitVisitor: MiddlewareHandler<VisitorEnv> = async (c, next) => {
  const { db, id } = c.get('shop')
  const { newId, steadyNow } = c.get('platform')
  const sentToken = bearerToken(c)
  const address = clientAddress(c)
  if (!address.anybody) {
    const limit = readSettings(db).rates.newConversationsPerMinuteAddress
    c.get('limiter').take(`${id} conversations ${address.key}`, { limit, windowMs: MINUTE_MS })
  }
  const token = sentToken ?? makeVisitorToken()
  const tokenHash = await sha256Hex(token)
  const visitorId =
    findVisitor(db, tokenHash, steadyNow()) ??
    registerVisitor({ db, newId }, tokenHash, steadyNow())
  if (!sentToken) c.set('madeToken', token)
  c.header('cache-control', 'no-store')
  c.set('ctx', contextOf(c, { kind: 'visitor', visitorId }))
  await next()
}
