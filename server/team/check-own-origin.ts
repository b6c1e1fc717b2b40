import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../core/app-error.ts'
import { ownOrigin } from '../core/own-origin.ts'
import type { AppEnv } from '../http/app-env.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD'])

/**
 * Staff routes change something for our own pages only: `Origin` is ours, whatever the content type, and a
 * browser that says more must not say that the request crossed sites.
 */
export function checkOwnOrigin<E extends AppEnv>(c: Context<E>): void {
  if (SAFE_METHODS.has(c.req.method)) return
  const crossSite = c.req.header('sec-fetch-site') === 'cross-site'
  if (crossSite || c.req.header('origin') !== ownOrigin(c.get('platform'), c.req.raw)) {
    throw new AppError('origin_not_allowed', 'Only the inbox of this server may call this.')
  }
}

/** For the routes that have no session yet. */
export const requireOwnOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  checkOwnOrigin(c)
  await next()
}
