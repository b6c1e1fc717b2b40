import type { MiddlewareHandler } from 'hono'
import type { VisitorEnv } from '../http/app-env.ts'
import { MINUTE_MS } from '../http/limit-requests.ts'
import { readSettings } from '../shops/read-settings.ts'

/** Behind `requireVisitor` or `admitVisitor` on the two routes that carry a message. */
export const limitMessages: MiddlewareHandler<VisitorEnv> = async (c, next) => {
  const { actor, db, shop } = c.get('ctx')
  const limit = readSettings(db).rates.messagesPerMinuteVisitor
  c.get('limiter').take(`${shop.id} messages ${actor.visitorId}`, { limit, windowMs: MINUTE_MS })
  await next()
}
