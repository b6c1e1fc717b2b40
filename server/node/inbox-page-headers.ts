import { ownOrigin } from '../core/own-origin.ts'
import type { OpenShop, Platform } from '../core/platform.ts'
import { readSettings } from '../shops/read-settings.ts'

/**
 * Shoppers' text is read in this page by people who can do much: nothing but our own script runs here,
 * nobody frames it, and pictures come from us and the shop alone.
 */
export function inboxPageHeaders(
  platform: Platform,
  request: Request,
  shop: OpenShop,
): Record<string, string> {
  const rooms = new URL(platform.roomsUrl ?? ownOrigin(platform, request))
  const sockets = `${rooms.protocol === 'https:' ? 'wss' : 'ws'}://${rooms.host}`
  const pictures = ["'self'", 'data:', ...readSettings(shop.db).origins]
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src ${pictures.join(' ')}`,
    `connect-src 'self' ${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-cache',
  }
}
