import type { MiddlewareHandler } from 'hono'
import type { VisitorEnv } from '../http/app-env.ts'
import { MINUTE_MS } from '../http/limit-requests.ts'
import { readSettings } from '../shops/read-settings.ts'
import type { ShopSettings } from '../shops/settings.ts'

/** Behind `requireVisitor` or `admitVisitor` on the two routes that carry a message. */
export const limitMessages = limitVisitor('messages', (rates) => rates.messagesPerMinuteVisitor)

/**
 * Behind `requireVisitor` on the routes that change something and carry no message. A bucket of its own, so
 * that whoever has written a lot can still call for a person.
 */
export const limitCommands = limitVisitor('commands', (rates) => rates.commandsPerMinuteVisitor)

function limitVisitor(
  what: string,
  limitOf: (rates: ShopSettings['rates']) => number,
): MiddlewareHandler<VisitorEnv> {
  return async (c, next) => {
    const { actor, db, shop } = c.get('ctx')
    const limit = limitOf(readSettings(db).rates)
    c.get('limiter').take(`${shop.id} ${what} ${actor.visitorId}`, { limit, windowMs: MINUTE_MS })
    await next()
  }
}
