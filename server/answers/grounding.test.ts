import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ungroundedClaims } from './grounding.ts'
import { readClaims } from './read-claims.ts'

test.each([
  ['£14', ['money 14 gbp']],
  ['14 GBP, 14,00 £ or fourteen pounds', ['money 14 gbp']],
  ['£1,200 or 1.200,00 £', ['money 1200 gbp']],
  ['$ 99.90', ['money 99.9 usd']],
  ['£4–6', ['money 4 gbp', 'money 6 gbp']],
  ['10 to 15 percent', ['percent 10', 'percent 15']],
  ['20 Prozent, 20 pour cent, 20 por ciento, 20 %, twenty per cent', ['percent 20']],
  ['twenty-five percent', ['percent 25']],
  ['half price', ['percent 50']],
  ['seven to twelve working days', ['period 7 day', 'period 12 day']],
  ['14 Tage, 14 jours, 14 días, a 14-day return', ['period 14 day']],
  ['from 24 December', ['day 24.12']],
  ['December 24th, 24. Dezember, le 24 décembre, 24 de diciembre', ['day 24.12']],
  ['24.12.2026 or 24/12/2026 or 2026-12-24', ['day 24.12', 'year 2026']],
  ['closed on Sundays, sonntags, le dimanche, el domingo', ['weekday 7']],
  ['use code SAVE10', ['code save10']],
  ['made c. 1952, in the 1950s', ['year 1952', 'year 1950']],
  ['pit to pit 53 cm, size 38, three pieces, 2.1 kg', []],
  ['**£1**4', ['money 14 gbp']],
  ['£１４', ['money 14 gbp']],
])('%s', (text, claims) => {
  expect([...readClaims(text)]).toEqual(claims)
})

test('V61: what stands in no source is ungrounded, in whatever spelling it stands there', () => {
  const sources = ['Tracked shipping costs £14.', 'Price: £165\nStatus: held']
  expect(ungroundedClaims('Versand kostet 14 £, das Stück 165 GBP.', sources)).toEqual([])
  expect(ungroundedClaims('I can do £100, ten percent off, by Friday.', sources)).toEqual([
    'money 100 gbp',
    'percent 10',
    'weekday 5',
  ])
  expect(ungroundedClaims('That is €14.', sources)).toEqual(['money 14 eur'])
})

test('any text is grounded in itself, and nothing with a sum in nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(9999), (text, sum) => {
      expect(ungroundedClaims(text, [text])).toEqual([])
      expect(ungroundedClaims(`${text} £${sum}`, [])).not.toEqual([])
    }),
  )
})
