import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { forwardedEntry } from './client-address.ts'

/** Our origin as the caller sees it: `PUBLIC_URL`, else the scheme and Host of the request. */
export function ownOrigin<E extends AppEnv>(c: Context<E>): string {
  const { publicUrl, trustProxyHops } = c.get('platform')
  if (publicUrl) return new URL(publicUrl).origin
  const url = new URL(c.req.url)
  const scheme = forwardedEntry(c.req.header('x-forwarded-proto'), trustProxyHops)
  if (scheme === 'https' || scheme === 'http') url.protocol = `${scheme}:`
  return url.origin
}

export function isSecure<E extends AppEnv>(c: Context<E>): boolean {
  return ownOrigin(c).startsWith('https:')
}
