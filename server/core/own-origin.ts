import type { Platform } from './platform.ts'

/**
 * This server as whoever made the request sees it: `PUBLIC_URL`, else scheme and Host of the request.
 * A proxy is believed about the scheme only when it is one of the trusted hops, counted from us. A foreign
 * Host gains nothing: a browser sends the session cookie to the host that set it and to no other.
 */
export function ownOrigin(
  platform: Pick<Platform, 'publicUrl' | 'trustProxyHops'>,
  request: Request,
): string {
  if (platform.publicUrl !== undefined) return new URL(platform.publicUrl).origin
  const { host, protocol } = new URL(request.url)
  // A browser leaves out a scheme's own port; `URL` does so too, whatever a proxy wrote into Host.
  return new URL(`${forwardedProtocol(request, platform.trustProxyHops) ?? protocol}//${host}`)
    .origin
}

function forwardedProtocol(request: Request, trustedHops: number): string | undefined {
  if (trustedHops === 0) return undefined
  const named = (request.headers.get('x-forwarded-proto') ?? '').split(',').map((s) => s.trim())
  const scheme = named.at(-Math.min(trustedHops, named.length))
  return scheme === 'https' || scheme === 'http' ? `${scheme}:` : undefined
}
