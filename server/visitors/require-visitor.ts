import type { MiddlewareHandler } from 'hono'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { contextOf } from '../http/context-of.ts'
import { bearerToken, unknownVisitor } from './bearer-token.ts'
import { findVisitor } from './find-visitor.ts'

/** Lets a known visitor in, as `c.var.ctx`. Cookies mean nothing here. */
export const requireVisitor: MiddlewareHandler<VisitorEnv> = async (c, next) => {
  const token = bearerToken(c)
  if (!token) throw unknownVisitor()
  const tokenHash = await sha256Hex(token)
  const visitorId = findVisitor(c.get('shop').db, tokenHash, c.get('platform').steadyNow())
  if (!visitorId) throw unknownVisitor()
  c.header('cache-control', 'no-store')
  c.set('ctx', contextOf(c, { kind: 'visitor', visitorId }))
  await next()
}
