import type { MiddlewareHandler } from 'hono'
import { readSettings } from '../shops/read-settings.ts'
import type { AppEnv } from './app-env.ts'
import { clientAddress } from './client-address.ts'

export const MINUTE_MS = 60_000

/** Every request counts for its shop and, where an address tells clients apart, for its address. */
export const limitRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { id, db } = c.get('shop')
  const { rates } = readSettings(db)
  const address = clientAddress(c)
  if (!address.anybody) {
    const rate = { limit: rates.requestsPerMinuteAddress, windowMs: MINUTE_MS }
    c.get('limiter').take(`${id} requests ${address.key}`, rate)
  }
  const rate = { limit: rates.requestsPerMinuteShop, windowMs: MINUTE_MS }
  c.get('limiter').take(`${id} requests`, rate)
  return next()
}
