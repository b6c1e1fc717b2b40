import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { Passwords } from '../core/platform.ts'
import { createTurns } from './create-turns.ts'

/** 2^17 × 8 blocks take 128 MiB a hash, which is what makes guessing dear. */
const COST = { N: 2 ** 17, r: 8, p: 1 }
const KEY_BYTES = 32
const AT_ONCE = 2
/** Nobody's: what an unknown account is compared with. */
const NO_SALT = Buffer.alloc(16)

/** scrypt off the event loop, two at a time. A hash names its cost, so that the cost can rise later. */
export function createPasswords(cost: { N: number; r: number; p: number } = COST): Passwords {
  const inTurn = createTurns(AT_ONCE)

  const derive = (password: string, salt: Buffer, options: typeof cost) =>
    inTurn(() => scryptKey(password, salt, { ...options, maxmem: memoryLimit(options) }))

  return {
    async hash(password) {
      const salt = randomBytes(16)
      const key = await derive(password, salt, cost)
      const { N, r, p } = cost
      return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
    },

    async verify(password, hash) {
      const stored = hash === null ? undefined : readHash(hash)
      const key = await derive(password, stored?.salt ?? NO_SALT, stored?.cost ?? cost)
      return stored !== undefined && timingSafeEqual(key, stored.key)
    },
  }
}

function readHash(hash: string) {
  const [name, N, r, p, salt, key] = hash.split('$')
  const decoded = Buffer.from(key ?? '', 'base64url')
  if (name !== 'scrypt' || decoded.length !== KEY_BYTES) throw new Error('unknown password hash')
  return {
    cost: { N: Number(N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt ?? '', 'base64url'),
    key: decoded,
  }
}

/** Node refuses a limit of exactly what scrypt needs. */
function memoryLimit({ N, r, p }: { N: number; r: number; p: number }): number {
  return 128 * N * r + 128 * r * p + 1024 * 1024
}

function scryptKey(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
