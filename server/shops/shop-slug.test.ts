import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { ShopId } from '../../protocol/ids.ts'
import { shopSlug } from './shop-slug.ts'

it.each([
  ['Marlow', 'marlow'],
  ['Café Zoë & Söhne', 'cafe-zoe-sohne'],
  ['  7th Heaven — Vintage!  ', 'th-heaven-vintage'],
  ['../../etc/passwd', 'etc-passwd'],
  ['x'.repeat(60), 'x'.repeat(40)],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('%j becomes %s', (name, slug) => expect(shopSlug(name)).toBe(slug))

it.each(['', '   ', '古着屋', '123', 'a', '🔔🔔'])('%j makes none', (name) =>
  expect(shopSlug(name)).toBeUndefined(),
)

it('makes a shop id or nothing, of whatever name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = shopSlug(name)
      expect(slug === undefined || v.is(ShopId, slug)).toBe(true)
    }),
  )
})
