import { expect, it } from 'vitest'
import { describeCrash } from './end-on-crash.ts'

it('V52: keeps the kind and the place of an error, and nothing of what it says', () => {
  const said = 'canary@shop.example\n    at the counter 4111 1111 1111 1111'
  const { name, at } = describeCrash(new TypeError(said))
  expect(name).toBe('TypeError')
  expect(at).toContain('end-on-crash.test.ts')
  expect(at).not.toMatch(/canary|counter|4111/)
})

it('describes what is no error by its type', () => {
  expect(describeCrash('canary')).toEqual({ name: 'string', at: '' })
})
