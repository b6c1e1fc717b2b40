import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'
import { wordsOf } from './words-of.ts'

describe('words', () => {
  it.each([
    ['Crêpe, Größe & Straße', ['crepe', 'grosse', 'strasse']],
    ["the shoe's heel, l'ourlet, don't", ['the', 'shoe', 'heel', 'ourlet', 'dont']],
    ['T-shirt MRL-0412', ['t', 'tshirt', 'shirt', 'mrl', 'mrl0412', '0412']],
    ['the 1960s', ['the', '1960s']],
  ])('of %j', (text, words) => expect(wordsOf(text)).toEqual(words))
})

describe('numbers', () => {
  it.each([
    ['36 in.', ['36in', '36']],
    ['36" waist', ['36in', '36', 'waist']],
    ['54 cm', ['54cm', '54']],
    ['54cm', ['54cm', '54']],
    ['15½ / 39', ['15.5', '39']],
    ['5/8', ['5/8']],
    ['18 × 14 mm', ['18', '14mm', '14']],
    ['36x24 cm', ['36', '24cm', '24']],
    ['£1,234.50', ['1234.5']],
    ['4,50 €', ['4.5']],
    ['36-38', ['36', '38']],
    ['W32', ['w32']],
  ])('of %j', (text, words) => expect(wordsOf(text)).toEqual(words))

  it('mean the same with and without a space before the unit', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.constantFrom('cm', 'mm', 'in', 'kg'), (number, unit) => {
        expect(wordsOf(`${number}${unit}`)).toEqual(wordsOf(`${number} ${unit}`))
      }),
    )
  })
})

it('takes any text, and its own words for what they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = wordsOf(text)
      for (const word of words) expect(word).toBe(fold(word))
      expect(words.every((word) => !/[\s"~]/.test(word))).toBe(true)
    }),
  )
})

it.each(['a', '1', "'", '-', '1½', 'é', 'a-', '1.', "a'"])(
  'comes to an end on 100,000 of %j',
  (piece) => expect(wordsOf(piece.repeat(100_000)).length).toBeGreaterThanOrEqual(0),
)
