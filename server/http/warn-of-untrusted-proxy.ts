import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

const HINT =
  'A request came with X-Forwarded-For, which is not believed. If a proxy stands in front, set TRUST_PROXY to the number of proxies: without it shoppers cannot be told apart by address.'

/** Says once what an owner who forgot `TRUST_PROXY` would else not see: limits by address do not hold. */
export function warnOfUntrustedProxy(): MiddlewareHandler<AppEnv> {
  let isSaid = false
  return async (c, next) => {
    const { log, trustProxyHops } = c.get('platform')
    if (!isSaid && trustProxyHops === 0 && c.req.header('x-forwarded-for') !== undefined) {
      isSaid = true
      log.warn('proxy_not_trusted', { hint: HINT })
    }
    await next()
  }
}
