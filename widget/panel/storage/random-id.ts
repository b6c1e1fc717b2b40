import type { ClientId, VisitorToken } from '../../../protocol/ids.ts'

/** A new visitor's secret. `getRandomValues` alone: on a plain-http shop there is no `randomUUID`. */
export function newVisitorToken(): VisitorToken {
  return `vt_${randomBase64url(32)}`
}

/** Names one command through all its retries. */
export function newClientId(): ClientId {
  return randomBase64url(16)
}

function randomBase64url(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return btoa(String.fromCharCode(...random))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
