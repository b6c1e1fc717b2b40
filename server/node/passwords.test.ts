import { describe, expect, it } from 'vitest'
import { createPasswords } from './passwords.ts'

const CHEAP = { N: 2 ** 10, r: 8, p: 1 }

describe('passwords', () => {
  const passwords = createPasswords(CHEAP)

  it('knows the right one, to the letter, and no other', async () => {
    const hash = await passwords.hash('correct horse battery')
    expect(await passwords.verify('correct horse battery', hash)).toBe(true)
    expect(await passwords.verify('Correct horse battery', hash)).toBe(false)
    expect(await passwords.verify('', hash)).toBe(false)
  })

  it('salts: the same password has another hash each time', async () => {
    const hashes = await Promise.all([passwords.hash('same'), passwords.hash('same')])
    expect(new Set(hashes).size).toBe(2)
  })

  it('checks a hash at the cost that it was made with', async () => {
    const older = await createPasswords({ N: 2 ** 8, r: 4, p: 2 }).hash('from before')
    expect(await passwords.verify('from before', older)).toBe(true)
  })

  it('answers false for an unknown account', async () => {
    expect(await passwords.verify('anything', null)).toBe(false)
  })

  it('refuses a hash that it cannot read rather than the password', async () => {
    await expect(passwords.verify('anything', '$2b$10$abc')).rejects.toThrow(
      'unknown password hash',
    )
  })
})

describe('V32: the cost', () => {
  it('is N=2^17, r=8, p=1 unless told otherwise, which needs more memory than Node allows by itself', async () => {
    const hash = await createPasswords().hash('correct horse battery')
    expect(hash).toMatch(/^scrypt\$131072\$8\$1\$/)
  })

  it('is paid two at a time, for accounts that exist and for those that do not', async () => {
    const passwords = createPasswords({ N: 2 ** 14, r: 8, p: 1 })
    const done: number[] = []
    const hash = await passwords.hash('x')
    await Promise.all(
      Array.from({ length: 6 }, async (_, i) => {
        await passwords.verify('y', i % 2 === 0 ? hash : null)
        done.push(i)
      }),
    )
    // A third begins only once one of two has ended: nobody overtakes by more than one place.
    expect(done.filter((i, place) => i > place + 1)).toEqual([])
  })
})
