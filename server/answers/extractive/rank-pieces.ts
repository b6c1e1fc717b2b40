import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { type AttributeKind, attributeKind } from '../../search/attribute-kind.ts'
import { readCorpus } from '../../search/corpus.ts'
import { itemFields } from '../../search/index-fields.ts'
import { planQuery, type Slot } from '../../search/plan-query.ts'
import { type SearchResult, searchContent } from '../../search/search-content.ts'
import { termsOf } from '../../search/terms-of.ts'
import { titleHead } from '../../search/title-head.ts'
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

/** `like` is a piece that others of its kind are wanted of; `leftOut` is the code of one that is not wanted. */
export type Beside = { like?: ItemWithPassage; leftOut?: string | undefined }

/**
 * Searches the stock for a description. Without a telling word in it, it describes nothing, unless it
 * stands beside a piece: `like` brings its kind.
 */
export function rankPieces(
  db: Database,
  description: { text: string; language: Language },
  { like, leftOut = like?.item.code }: Beside,
): RankedPieces | 'describes nothing' {
  const plan = planQuery(readCorpus(db), description.text, description.language)
  const asked = plan.onlyFunctionWords ? [] : plan.slots.filter(({ weight }) => weight === 1)
  // The kind is in the content's language, whatever the question's is.
  const kind = like ? { text: kindOf(like), language: like.language } : undefined
  const kindSlots = kind ? planQuery(readCorpus(db), kind.text, kind.language).slots : []
  const telling = [...kindSlots, ...asked]
  if (telling.length === 0) return 'describes nothing'
  const found = candidates(db, [description, ...(kind ? [kind] : [])]).filter(
    ({ itemCode }) => itemCode !== leftOut,
  )
  const judge = judgeOf(telling, found)
  const judged = found.flatMap((result) => judge(result))
  const read = (codes: { code: string }[]) =>
    codes.flatMap(({ code }) => findItemWithPassage(db, code) ?? [])
  return {
    exact: read(judged.filter(({ isExact }) => isExact)),
    near: read(judged.filter(({ isExact, isNear }) => !isExact && isNear).slice(0, NEAR_PIECES)),
    isNamed: judged.some(({ isExact, isNamed }) => isExact && isNamed),
  }
}

/** How a piece meets what is asked, told by its columns: its notes may speak of anything. */
function judgeOf(telling: readonly Slot[], all: readonly SearchResult[]) {
  const whole = worthOf(telling)
  const colours = telling.filter((slot) => all.some((result) => isColourOf(result, slot)))
  return (result: SearchResult) => {
    const code = result.itemCode
    const found = (text: string) => matchedWell(telling, termsOf(text, result.passage.language))
    const is = found(whatItIs(result))
    if (code === undefined || is.length === 0) return []
    const described = new Set([...is, ...found(columnsOf(result))])
    const named = found(nameOf(result))
    const isColoured = colours.every((slot) => isMainlyColoured(result, slot))
    const isExact = described.size === telling.length && isColoured
    const heads = found(`${kindsOf(result)}\n${titleOf(result).split(',')[0]}`)
    const isKind = found(kindsOf(result)).length > 0
    const isNear = isKind || worthOf(heads) / whole >= NEAR_SHARE
    return [{ code, isExact, isNear, isNamed: named.length > 0 }]
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

/** "jacket" of a corduroy jacket: the shop's word for its kind, else the last word of what its title says it is. */
export function kindOf({ item }: ItemWithPassage): string {
  const category = item.attributes.find(({ name }) => attributeKind(name) === 'category')?.value
  return category ?? titleHead(item.title).split(/\s+/).at(-1) ?? ''
}

const SAYING_WHAT_IT_IS: readonly AttributeKind[] = ['category', 'era', 'maker', 'colour']

function valuesOf({ passage: { item } }: SearchResult, kinds: readonly AttributeKind[]): string[] {
  return (item?.attributes ?? []).flatMap(({ name, value }) => {
    const kind = attributeKind(name)
    return kind !== undefined && kinds.includes(kind) ? [value] : []
  })
}

function kindsOf(result: SearchResult): string {
  return valuesOf(result, ['category']).join('\n')
}

function titleOf({ passage: { item } }: SearchResult): string {
  return item?.title ?? ''
}

/** Title and category. */
function nameOf(result: SearchResult): string {
  return [titleOf(result), kindsOf(result)].join('\n')
}

function whatItIs(result: SearchResult): string {
  const fabrics = valuesOf(result, ['fabric']).map(mainParts)
  return [titleOf(result), ...valuesOf(result, SAYING_WHAT_IT_IS), ...fabrics].join('\n')
}

/** The columns that the shop has of its own, sizes and the like; what a row denies is not among them. */
function columnsOf({ passage: { item } }: SearchResult): string {
  if (item === null) return ''
  const attributes = item.attributes.filter(({ name }) => attributeKind(name) !== 'fabric')
  return itemFields({ ...item, attributes }).attributes
}

/** "Cotton twill, suede collar" is cotton: a later part of several words is a part of the piece. */
function mainParts(value: string): string {
  const [first = '', ...later] = value.split(',')
  return [first, ...later.filter((part) => part.trim().split(/\s+/).length === 1)].join('\n')
}

/** Whether a column of this piece gives the word, and nothing else, as its colour. */
function isColourOf(result: SearchResult, slot: Slot): boolean {
  return valuesOf(result, ['colour']).some(
    (value) => !/\s/.test(value.trim()) && isIn(value, slot, result),
  )
}

/** "Black, red stitching" is black. */
function isMainlyColoured(result: SearchResult, slot: Slot): boolean {
  const colours = valuesOf(result, ['colour'])
  return colours.length === 0
    ? isIn(titleOf(result), slot, result)
    : isIn(colours.map(mainParts).join('\n'), slot, result)
}

function isIn(text: string, slot: Slot, { passage }: SearchResult): boolean {
  return matchedWell([slot], termsOf(text, passage.language)).length > 0
}
