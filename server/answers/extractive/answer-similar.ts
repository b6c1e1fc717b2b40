import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { attributeKind } from '../../search/attribute-kind.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery } from '../../search/plan-query.ts'
import { termsOf } from '../../search/terms-of.ts'
import { CARDS, fits, listDraft, NEAREST_CARDS, type PieceList } from './answer-list.ts'
import type { AskWords } from './asks/ask-words.ts'
import { compareSizes } from './compare-sizes.ts'
import { type ListFilters, readFilters } from './list-filters.ts'
import { matched, worthOf } from './match-terms.ts'
import { rankPieces } from './rank-pieces.ts'
import { plain } from './read-asks.ts'
import type { ItemWithPassage } from './store.ts'

/** A piece that is held is shown where it is plainly nearer. */
const HELD = 0.75

/** A wish for pieces beside the one at hand. */
export type OtherWish = {
  /** The same piece once more, or in another size: of one of each there is none. */
  isAnother: boolean
  isCheaper: boolean
  size?: 'bigger' | 'smaller'
  filters: ListFilters
  /** What the question says besides. */
  rest: string
}

/** Whether a question wants pieces like the one at hand, and how they should differ from it. */
export function readOtherWish(text: string, words: AskWords): OtherWish | undefined {
  const folded = plain(text)
  const has = (pattern: RegExp) => folded.search(pattern) !== -1
  const wantsSize = (pattern: RegExp) =>
    Array.from(folded.matchAll(pattern), ([match]) => match).some(
      (match) => match.includes(' ') || has(words.list),
    )
  const isAnother = has(words.another)
  const isCheaper = has(words.cheaper)
  const isSimilar = has(words.similar)
  if (
    !isAnother &&
    !isCheaper &&
    !isSimilar &&
    !wantsSize(words.bigger) &&
    !wantsSize(words.smaller)
  )
    return undefined
  const size = has(words.bigger) ? 'bigger' : has(words.smaller) ? 'smaller' : undefined
  const patterns = [words.another, words.similar, words.cheaper, words.bigger, words.smaller]
  const filters = readFilters(text, words)
  const rest = patterns
    .reduce((left, pattern) => left.replace(pattern, ' '), filters.rest)
    .replace(/\s+/g, ' ')
    .trim()
  return { isAnother, isCheaper, ...(size && { size }), filters, rest }
}

/** Pieces of the kind of one, most like it first: neither itself nor what is sold. */
export function answerSimilar(
  db: Database,
  wish: OtherWish,
  like: ItemWithPassage,
  language: Language,
): PieceList | undefined {
  const ranked = rankPieces(db, { text: wish.rest, language }, { like })
  if (ranked === 'describes nothing') return undefined
  const alike = alikeness(db, like)
  const order = (pieces: ItemWithPassage[]) =>
    pieces
      .filter(({ item }) => item.status !== 'sold')
      .map((found) => ({ found, score: alike(found) * (found.item.status === 'held' ? HELD : 1) }))
      .sort((a, b) => b.score - a.score)
      .map(({ found }) => found)
  const fitting = order(ranked.exact).filter(
    (found) => fits(found, wish.filters) && differs(found, like, wish),
  )
  if (fitting.length > 0) {
    const shown = fitting.slice(0, CARDS)
    return { ...listDraft(shown, fitting.length, 'alike', language), isNamed: true }
  }
  const near = order([...ranked.exact, ...ranked.near]).slice(0, NEAREST_CARDS)
  return near.length === 0
    ? undefined
    : { ...listDraft(near, near.length, 'nearest', language), isNamed: true }
}

function differs(found: ItemWithPassage, like: ItemWithPassage, wish: OtherWish): boolean {
  if (wish.isCheaper) {
    const { price } = found.item
    if (price === null || like.item.price === null || price >= like.item.price) return false
  }
  if (wish.size === undefined) return true
  const difference = compareSizes(found.item, like.item)
  if (difference === undefined) return false
  return wish.size === 'bigger' ? difference > 0 : difference < 0
}

/** 0..1: how much of what a piece is another is too, rare words telling more. */
function alikeness(db: Database, like: ItemWithPassage): (found: ItemWithPassage) => number {
  const { slots } = planQuery(readCorpus(db), whatItIs(like), like.language)
  const whole = Math.max(worthOf(slots), Number.MIN_VALUE)
  return (found) => worthOf(matched(slots, termsOf(whatItIs(found), found.language))) / whole
}

function whatItIs({ item }: ItemWithPassage): string {
  const values = item.attributes.flatMap(({ name, value }) =>
    /^(fabric|colour|fits|era)$/.test(attributeKind(name) ?? '') ? [value] : [],
  )
  return [item.title, ...values].join('\n')
}
