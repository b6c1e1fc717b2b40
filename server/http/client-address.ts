import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { parseAddress } from './parse-address.ts'

export type ClientAddress = {
  /** What the client is counted by: an IPv4 address, or the /64 of an IPv6 one. */
  key: string
  /** The request came from this machine and no proxy is trusted: everybody may stand behind one address. */
  anybody: boolean
}

/**
 * The peer's address; with `TRUST_PROXY` hops, the one that the outermost trusted proxy saw, counted from
 * the right of `X-Forwarded-For`, since whatever stands further left was written by the client.
 */
export function clientAddress<E extends AppEnv>(c: Context<E>): ClientAddress {
  const platform = c.get('platform')
  const peer = parseAddress(platform.peerAddress(c.req.raw))
  const forwarded = parseAddress(
    forwardedEntry(c.req.header('x-forwarded-for'), platform.trustProxyHops),
  )
  const address = forwarded ?? peer
  return {
    key: address?.key ?? 'unknown',
    anybody: platform.trustProxyHops === 0 && (peer?.loopback ?? false),
  }
}

/** The entry that the outermost of `hops` proxies added; the first one where there are fewer. */
function forwardedEntry(header: string | undefined, hops: number): string | undefined {
  if (!header || hops === 0) return undefined
  const entries = header.split(',').map((entry) => entry.trim())
  return entries[Math.max(0, entries.length - hops)]
}
