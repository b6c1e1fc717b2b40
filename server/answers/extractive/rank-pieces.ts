import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { type AttributeKind, attributeKind } from '../../search/attribute-kind.ts'
import { readCorpus } from '../../search/corpus.ts'
import { itemFields } from '../../search/index-fields.ts'
import { planQuery } from '../../search/plan-query.ts'
import { type SearchResult, searchContent } from '../../search/search-content.ts'
import { termsOf } from '../../search/terms-of.ts'
import { matchedWell, worthOf } from './match-terms.ts'
import { findItemWithPassage, type ItemWithPassage } from './store.ts'

const CANDIDATES = 60
const NEAR_PIECES = 10
const NEAR_SHARE = 0.4

/** Pieces that a description is true of, and pieces that are of its kind, both best first. */
export type RankedPieces = {
  exact: ItemWithPassage[]
  near: ItemWithPassage[]
  /** A title or category has a word of the description; "fur" may stand in a column alone. */
  isNamed: boolean
}

/**
 * Searches the stock for a description. Without a telling word in it, it describes nothing, unless it
 * stands beside a piece: `like` brings its kind.
 */
export function rankPieces(
  db: Database,
  description: { text: string; language: Language },
  like: ItemWithPassage | undefined,
): RankedPieces | 'describes nothing' {
  const plan = planQuery(readCorpus(db), description.text, description.language)
  const asked = plan.onlyFunctionWords ? [] : plan.slots.filter(({ weight }) => weight === 1)
  // The kind is in the content's language, whatever the question's is.
  const kind = like ? { text: kindOf(like), language: like.language } : undefined
  const kindSlots = kind ? planQuery(readCorpus(db), kind.text, kind.language).slots : []
  const telling = [...kindSlots, ...asked]
  if (telling.length === 0) return 'describes nothing'
  const whole = worthOf(telling)
  const judged = candidates(db, [description, ...(kind ? [kind] : [])]).flatMap((result) => {
    const code = result.itemCode
    if (code === undefined || code === like?.item.code) return []
    const found = (text: string) => matchedWell(telling, termsOf(text, result.passage.language))
    const named = found(nameOf(result))
    const is = found(whatItIs(result))
    const described = found(descriptionOf(result))
    // What a piece is stands in its name and columns; a note may speak of anything.
    if (is.length === 0) return []
    const isExact = described.length === telling.length
    const isNear = worthOf(named) / whole >= NEAR_SHARE
    return [{ code, isExact, isNear, isNamed: named.length > 0 }]
  })
  const read = (codes: { code: string }[]) =>
    codes.flatMap(({ code }) => findItemWithPassage(db, code) ?? [])
  return {
    exact: read(judged.filter(({ isExact }) => isExact)),
    near: read(judged.filter(({ isExact, isNear }) => !isExact && isNear).slice(0, NEAR_PIECES)),
    isNamed: judged.some(({ isExact, isNamed }) => isExact && isNamed),
  }
}

function candidates(
  db: Database,
  searches: readonly { text: string; language: Language }[],
): SearchResult[] {
  const found = searches.flatMap(
    (search) => searchContent(db, { ...search, top: CANDIDATES, kinds: ['item'] }).results,
  )
  return [...new Map(found.map((result) => [result.itemCode, result])).values()]
}

/** "jacket" of a corduroy jacket: the shop's word for its kind, else the last word before the comma. */
function kindOf({ item }: ItemWithPassage): string {
  const category = item.attributes.find(({ name }) => attributeKind(name) === 'category')?.value
  return category ?? item.title.split(',')[0]?.trim().split(/\s+/).at(-1) ?? ''
}

const NAMING: ReadonlySet<AttributeKind> = new Set(['category'])
const SAYING_WHAT_IT_IS: ReadonlySet<AttributeKind> = new Set([
  'category',
  'era',
  'colour',
  'fabric',
  'maker',
])

/** All that the index holds of it: what a row denies is not in it. */
function descriptionOf({ passage: { item } }: SearchResult): string {
  return item === null ? '' : Object.values(itemFields(item)).join('\n')
}

/** Title and category. */
function nameOf(result: SearchResult): string {
  return titleAnd(result, NAMING)
}

function whatItIs(result: SearchResult): string {
  return titleAnd(result, SAYING_WHAT_IT_IS)
}

function titleAnd({ passage: { item } }: SearchResult, kinds: ReadonlySet<AttributeKind>): string {
  const values = item?.attributes.flatMap(({ name, value }) => {
    const kind = attributeKind(name)
    return kind !== undefined && kinds.has(kind) ? [value] : []
  })
  return [item?.title ?? '', ...(values ?? [])].join('\n')
}
