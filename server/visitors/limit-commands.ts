import type { MiddlewareHandler } from 'hono'
import type { VisitorEnv } from '../http/app-env.ts'
import { MINUTE_MS } from '../http/limit-requests.ts'
import { readSettings } from '../shops/read-settings.ts'

/**
 * Behind `requireVisitor` on the routes that change something and carry no message. A bucket of its own, so
 * that whoever has written a lot can still call for a person.
 */
export const limitCommands: MiddlewareHandler<VisitorEnv> = async (c, next) => {
  const { actor, db, shop } = c.get('ctx')
  const limit = readSettings(db).rates.commandsPerMinuteVisitor
  c.get('limiter').take(`${shop.id} commands ${actor.visitorId}`, { limit, windowMs: MINUTE_MS })
  await next()
}
