import { describe, expect, it } from 'vitest'
import type { Language } from '../../protocol/language.ts'
import { stem } from './stem.ts'

describe('meet in one stem', () => {
  it.each<[Language, string]>([
    ['en', 'return returns returned returning'],
    ['en', 'delivery deliveries'],
    ['en', 'repair repaired repairing repairs'],
    ['en', 'jacket jackets'],
    ['en', 'stop stopped stopping'],
    ['de', 'jacke jacken'],
    ['de', 'mantel mantels'],
    ['de', 'kleider kleidern kleides'],
    ['fr', 'livraison livraisons'],
    ['fr', 'manteau manteaux'],
    ['fr', 'payer payez'],
    ['es', 'devolucion devoluciones'],
    ['es', 'chaqueta chaquetas'],
    ['es', 'envio envios'],
  ])('%s: %s', (language, words) => {
    const stems = new Set(words.split(' ').map((word) => stem(word, language)))
    expect(stems.size).toBe(1)
  })
})

describe('stay apart', () => {
  it.each<[Language, string, string]>([
    ['en', 'wool', 'wood'],
    ['en', 'dress', 'address'],
    ['en', 'bus', 'bush'],
    ['de', 'hemd', 'hund'],
  ])('%s: %s and %s', (language, one, other) => {
    expect(stem(one, language)).not.toBe(stem(other, language))
  })
})

it('leaves short words, codes and other scripts alone', () => {
  for (const word of ['us', 'ties2', '54cm', 'шуба', '']) expect(stem(word, 'en')).toBe(word)
})
