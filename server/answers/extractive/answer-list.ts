import type { Language } from '../../../protocol/language.ts'
import { formatPrice } from '../../content/format-price.ts'
import { itemLine } from '../../content/item-passage.ts'
import { toItemCard } from '../../content/item-row.ts'
import type { Database } from '../../db/database.ts'
import { attributeKind } from '../../search/attribute-kind.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import type { AskWords } from './asks/ask-words.ts'
import type { Draft, Source, Statement } from './draft.ts'
import { fromRow } from './from-row.ts'
import { type ListFilters, readFilters } from './list-filters.ts'
import { rankPieces } from './rank-pieces.ts'
import { plain } from './read-asks.ts'
import { type ItemWithPassage, listItemsByPrice } from './store.ts'

export type PieceList = Draft & {
  /** Each piece is what was asked for, filters included. */
  isExact: boolean
  /** By its name, and not only by a column. */
  isNamed: boolean
}

export const CARDS = 4
export const NEAREST_CARDS = 3
const EXACT = 0.85
const NEAREST = 0.45
const STATUS_ORDER = { available: 0, held: 1, sold: 2 }

/** Whether a question wants to see pieces rather than know something. */
export function wantsList(text: string, words: AskWords): boolean {
  const folded = plain(text)
  const { atMost, atLeast } = readFilters(text, words)
  return folded.search(words.list) !== -1 || atMost !== undefined || atLeast !== undefined
}

/** The pieces that a question describes, or the nearest to it; undefined where none is near. */
export function answerList(
  db: Database,
  question: Question,
  words: AskWords,
  onPage: ItemWithPassage | undefined,
): PieceList | undefined {
  const { language } = question
  const filters = readFilters(question.text, words)
  const isElse = plain(question.text).search(words.others) !== -1
  const leftOut = isElse ? onPage?.item.code : undefined
  const ranked = rankPieces(db, { text: filters.rest, language }, { leftOut })
  if (ranked === 'describes nothing') {
    const { atLeast, atMost } = filters
    if (atLeast === undefined && atMost === undefined) return undefined
    const inRange = listItemsByPrice(db, filters, CARDS)
    return inRange.length === 0
      ? undefined
      : { ...listDraft(inRange, inRange.length, 'found', language), isNamed: false }
  }
  const fitting = ranked.exact.filter((found) => fits(found, filters)).sort(byStatus)
  const { isNamed } = ranked
  if (fitting.length > 0) {
    const shown = fitting.slice(0, CARDS)
    return { ...listDraft(shown, fitting.length, 'found', language), isNamed }
  }
  const near = [...ranked.exact, ...ranked.near]
    .sort((a, b) => byStatus(a, b) || missBy(a, filters) - missBy(b, filters))
    .slice(0, NEAREST_CARDS)
  return near.length === 0
    ? undefined
    : { ...listDraft(near, near.length, 'nearest', language), isNamed }
}

const byStatus = (a: ItemWithPassage, b: ItemWithPassage) =>
  STATUS_ORDER[a.item.status] - STATUS_ORDER[b.item.status]

export function fits({ item }: ItemWithPassage, { atLeast, atMost, size }: ListFilters): boolean {
  if (atMost !== undefined && (item.price === null || item.price > atMost)) return false
  if (atLeast !== undefined && (item.price === null || item.price < atLeast)) return false
  return size === undefined || hasSize(item, size)
}

/** "38" is on the labels `38 (FR)`, `W38` and `M (36–38)`. */
function hasSize({ attributes }: ItemWithPassage['item'], size: string): boolean {
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}.])[wl]?${size.replace('.', '\\.')}(?![\\p{L}\\p{N}.])`,
    'u',
  )
  return attributes.some(
    ({ name, value }) => /^(size|fits)$/.test(attributeKind(name) ?? '') && word.test(plain(value)),
  )
}

/** How far a piece's price is above what was asked for. */
function missBy({ item }: ItemWithPassage, { atMost }: ListFilters): number {
  return atMost === undefined ? 0 : Math.max(0, (item.price ?? 0) - atMost)
}

export function listDraft(
  pieces: ItemWithPassage[],
  count: number,
  lead: 'found' | 'alike' | 'nearest',
  language: Language,
): Omit<PieceList, 'isNamed'> {
  const own = sentencesFor(language)
  const isExact = lead !== 'nearest'
  const confidence = isExact ? EXACT : NEAREST
  // The cards say the rest: the text names no piece that they show.
  const text = lead === 'nearest' ? own.nearest : own[lead](count, pieces.length)
  const [source, ...also] = pieces.flatMap((found) => sourceOf(found) ?? [])
  const statement: Statement = { text, ...(source && { source, also }) }
  return {
    isExact,
    statements: [statement],
    items: pieces.map(({ item }) => toItemCard(item)),
    confidence,
    evidence: pieces.map(({ passageId, item }) => ({
      passageId,
      title: item.title,
      score: confidence,
    })),
  }
}

function sourceOf(found: ItemWithPassage): Source | undefined {
  const { title, price, currency } = found.item
  const priceLine =
    price === null ? [] : [itemLine('Price', formatPrice(price, currency ?? undefined, 'en'))]
  return fromRow(found, '', [title, ...priceLine].join('\n')).source
}
