import { attributesOf } from './from-row.ts'
import { plain } from './read-asks.ts'
import type { ItemWithPassage } from './store.ts'

/** What a size is counted by. */
export type SizeSystem = 'EU' | 'UK' | 'US'

const ASKED: Readonly<Record<SizeSystem, RegExp>> = {
  EU: /\b(?:eu|eur|europ(?:ean|aisch|een|eo|ea)\w*|continental|deutsch\w* grosse)\b/,
  UK: /\b(?:uk|british|(?:englisch|britisch)\w*|anglais\w*|britannique|ingles\w*|britanica)\b/,
  US: /\b(?:us|usa|american\w*|amerikanisch\w*|americaine?)\b/,
}
const NAMED: Readonly<Record<SizeSystem, RegExp>> = {
  EU: /\b(?:eu|eur)\b/,
  UK: /\buk\b/,
  US: /\bus\b/,
}
const SYSTEMS: readonly SizeSystem[] = ['EU', 'UK', 'US']

/** The system that a question wants a size in; undefined where it names a size itself: "EU 42". */
export function readSizeSystem(text: string): SizeSystem | undefined {
  const folded = plain(text)
  return /\d/.test(folded) ? undefined : SYSTEMS.find((system) => ASKED[system].test(folded))
}

/** Whether the row gives its size in a system. Sizes are not converted: makers differ. */
export function hasSystem(found: ItemWithPassage, system: SizeSystem): boolean {
  const sizes = [...attributesOf(found, 'size'), ...attributesOf(found, 'fits')]
  return sizes.some(({ value }) => NAMED[system].test(plain(value)))
}
