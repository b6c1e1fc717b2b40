import { Hono } from 'hono'
import type { HealthReply } from '../protocol/api.ts'
import { contentRoutes } from './content/routes.ts'
import { staffRoutes, visitorRoutes } from './conversations/routes.ts'
import type { Platform } from './core/platform.ts'
import type { AppEnv } from './http/app-env.ts'
import { closeUnread } from './http/close-unread.ts'
import { openToShopPages } from './http/cors.ts'
import { findShop } from './http/find-shop.ts'
import { limitRequests } from './http/limit-requests.ts'
import { onError, onNotFound } from './http/on-error.ts'
import { createRateLimiter } from './http/rate-limiter.ts'
import { securityHeaders } from './http/security-headers.ts'
import { warnOfUntrustedProxy } from './http/warn-of-untrusted-proxy.ts'
import { shopRoutes } from './shops/routes.ts'
import { teamRoutes } from './team/routes.ts'

const SHOP = '/v1/shops/:shop'
/** What a shop's own pages call. The rest below a shop is for the inbox alone and answers no other origin. */
const OPEN_PATHS = ['/widget', '/items', '/passages/*', '/conversations/*']

/**
 * The whole server but for its sockets. `files` answers what is not the API: the widget's bundles and the
 * inbox, as the runtime serves them.
 */
export function createApp(platform: Platform, files?: Hono): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const limiter = createRateLimiter(platform.steadyNow)
  app.onError(onError)
  app.notFound(onNotFound)
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID()
    c.set('platform', platform)
    c.set('limiter', limiter)
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    await next()
  })
  app.use(closeUnread)
  app.use(warnOfUntrustedProxy())
  app.use('/healthz', securityHeaders)
  app.use('/v1/*', securityHeaders)
  app.get('/healthz', (c) => c.json(health(platform)))

  app.use(`${SHOP}/*`, findShop)
  for (const path of OPEN_PATHS) app.use(SHOP + path, openToShopPages)
  app.use(`${SHOP}/*`, limitRequests)
  app.route(SHOP, shopRoutes())
  app.route(SHOP, contentRoutes())
  app.route(SHOP, teamRoutes())
  app.route(SHOP, visitorRoutes())
  app.route(SHOP, staffRoutes())

  if (files) app.route('/', files)
  return app
}

function health(platform: Platform): HealthReply {
  const rooms = platform.roomsUp() ? 'up' : 'down'
  return { status: rooms === 'up' ? 'ok' : 'degraded', rooms, version: platform.version }
}
