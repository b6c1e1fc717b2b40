import type { ClientId } from '../../protocol/ids.ts'

/** 128 random bits in hex. `randomUUID` does not exist on a plain-http page. */
export function newClientId(): ClientId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
