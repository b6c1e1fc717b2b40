import { expect, it } from 'vitest'
import { describeError } from './describe-error.ts'

it('V52: keeps the kind and the place of an error, and nothing of what it says', () => {
  const said = 'canary@shop.example\n    at the counter 4111 1111 1111 1111'
  const { name, at } = describeError(new TypeError(said))
  expect(name).toBe('TypeError')
  expect(at).toContain('describe-error.test.ts')
  expect(at).not.toMatch(/canary|counter|4111/)
})

it('describes what is no error by its type', () => {
  expect(describeError('canary')).toEqual({ name: 'string', at: '' })
})

it('names the code that a system or a driver gave', () => {
  const error = Object.assign(new Error('canary'), { code: 'SQLITE_FULL' })
  expect(describeError(error)).toMatchObject({ name: 'Error', code: 'SQLITE_FULL' })
})
