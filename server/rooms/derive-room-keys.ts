/** What the rooms know of the server's secret: two keys derived from it, never the secret itself. */
export type RoomKeys = {
  /** Signs and checks room tokens. */
  tokenKey: string
  /** Proves that a publication comes from the server. */
  publishKey: string
}

export async function deriveRoomKeys(secret: string): Promise<RoomKeys> {
  return {
    tokenKey: await derive(secret, 'counterbell room token'),
    publishKey: await derive(secret, 'counterbell room publish'),
  }
}

async function derive(secret: string, purpose: string): Promise<string> {
  const material = await crypto.subtle.importKey('raw', bytes(secret), 'HKDF', false, [
    'deriveBits',
  ])
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytes(purpose) },
    material,
    256,
  )
  return Array.from(new Uint8Array(bits), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function bytes(text: string) {
  return new TextEncoder().encode(text)
}
