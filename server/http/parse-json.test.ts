import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '../core/app-error.ts'
import { parseJson } from './parse-json.ts'

it.each([
  '{"__proto__":1}',
  '{"\\u005f_proto__":1}',
  '{"a":[{"b":{"__proto__":null}}]}',
  '["__proto__",{"__proto__":{}}]',
])('V49: refuses the key in %s, whatever schema comes after', (text) => {
  expect(() => parseJson(text)).toThrow('a key that is not allowed')
})

it('V49: goes 20 levels deep and not 21', () => {
  const nested = (levels: number) => '[{"a":'.repeat(levels / 2) + 0 + '}]'.repeat(levels / 2)
  expect(parseJson(nested(20))).toHaveLength(1)
  expect(() => parseJson(nested(22))).toThrow('levels deep')
  expect(() => parseJson(`[${nested(20)}]`)).toThrow('levels deep')
  expect(parseJson('["__proto__"]')).toEqual(['__proto__'])
})

it('gives what JSON.parse gives, or a refusal, and throws nothing else', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 10 }), (text) => {
      try {
        expect(parseJson(text)).toEqual(JSON.parse(text))
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        expect(text).toContain('__proto__')
      }
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        parseJson(text)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
      }
    }),
  )
})
