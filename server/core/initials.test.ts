import fc from 'fast-check'
import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it.each([
  ['Marta', 'M'],
  ['Marta Kowalska', 'MK'],
  ['  ana maria  de la cruz ', 'AC'],
  ["O'Neill-Smith", 'O'],
  ['Élodie Ångström', 'ÉÅ'],
  ['マルタ 花', 'マ花'],
  ['— Zoë', 'Z'],
  ['🔔', '🔔'],
  ['', ''],
])('%j: %s', (name, expected) => expect(initials(name)).toBe(expected))

it('are short, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(Array.from(initials(name)).length).toBeLessThanOrEqual(6)
    }),
  )
})
