import type { IdPrefix } from '../../protocol/ids.ts'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export type NewId = <P extends IdPrefix>(prefix: P) => `${P}_${string}`

/** A prefixed id that sorts by time: 48 bits of milliseconds, then 80 random bits (the layout of ULID). */
export function newId<P extends IdPrefix>(prefix: P, nowAt = Date.now()): `${P}_${string}` {
  let time = ''
  for (let rest = nowAt, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) {
    time = ALPHABET.charAt(rest % 32) + time
  }
  const random = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    ALPHABET.charAt(byte % 32),
  ).join('')
  return `${prefix}_${time}${random}`
}
