import fc from 'fast-check'
import { expect, it } from 'vitest'
import { correctWord, editDistance } from './correct-word.ts'

const corpus = (words: Record<string, number>) => ({
  version: 1,
  languages: new Set(['en' as const]),
  passageCount: 10,
  termCounts: new Map(Object.entries(words)),
  wordsByShape: new Map(),
  plans: new Map(),
  passages: new Map(),
})

it.each([
  ['retrun', 'return'],
  ['lether', 'leather'],
  ['courduroy', 'corduroy'],
  ['delivary', 'delivery'],
])('takes %s for %s', (word, meant) => {
  const known = corpus({ return: 2, leather: 1, corduroy: 1, delivery: 3, '~deliveri': 3 })
  expect(correctWord(known, word)).toBe(meant)
})

it('prefers the nearer word, then the more frequent one', () => {
  expect(correctWord(corpus({ jacket: 1, jackets: 9 }), 'jackett')).toBe('jackets')
  expect(correctWord(corpus({ lined: 1, liner: 9 }), 'linex')).toBe('liner')
})

it.each(['hire', 'gold', 'w32', 'шуба'])('leaves %s alone', (word) => {
  expect(correctWord(corpus({ fire: 9, hide: 9, bold: 9, cold: 9 }), word)).toBeUndefined()
})

it('measures a distance that is even-handed, and none to the word itself', () => {
  const word = fc.stringMatching(/^[ab]{0,8}$/)
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20))
      expect(editDistance(a, a, 20)).toBe(0)
    }),
  )
})
