import type { MiddlewareHandler } from 'hono'
import { AppError } from '../core/app-error.ts'
import { readSettings } from '../shops/read-settings.ts'
import type { AppEnv } from './app-env.ts'

const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * Lets pages of the shop's origins read a reply, and refuses other pages. Never with credentials: a cookie
 * means nothing here. Origin proves nobody, so that a call without one (not a page) goes on.
 */
export const openToShopPages: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.header('vary', 'origin')
  const origin = c.req.header('origin')
  if (origin !== undefined) {
    const { origins } = readSettings(c.get('shop').db)
    const loopbackMayCall = c.get('platform').hostIsLoopback
    if (!origins.includes(origin) && !(loopbackMayCall && LOOPBACK_ORIGIN.test(origin))) {
      throw new AppError(
        'origin_not_allowed',
        `Pages of this origin may not call this shop. Whoever runs the server adds it to its origins: npm run counterbell -- shop settings --shop ${c.get('shop').id} FILE, as docs/install.md says.`,
      )
    }
    c.header('access-control-allow-origin', origin)
    c.header('access-control-expose-headers', 'retry-after, x-request-id')
  }
  if (c.req.method !== 'OPTIONS') return next()
  c.header('access-control-allow-methods', 'GET, POST')
  c.header('access-control-allow-headers', 'authorization, content-type')
  c.header('access-control-max-age', '600')
  return c.body(null, 204)
}
