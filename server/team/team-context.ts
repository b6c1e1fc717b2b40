import type { Context } from 'hono'
import type { OpenShop, Platform } from '../core/platform.ts'
import type { AppEnv } from '../http/app-env.ts'
import type { RateLimiter } from '../http/rate-limiter.ts'

/** What signing in needs, before there is a teammate to act. */
export type TeamContext = Pick<OpenShop, 'db' | 'publish'> &
  Pick<Platform, 'passwords' | 'steadyNow'> & { shop: Pick<OpenShop, 'id'>; limiter: RateLimiter }

export function teamContext(c: Context<AppEnv>): TeamContext {
  const { passwords, steadyNow } = c.get('platform')
  const { id, db, publish } = c.get('shop')
  return { shop: { id }, db, publish, passwords, steadyNow, limiter: c.get('limiter') }
}
