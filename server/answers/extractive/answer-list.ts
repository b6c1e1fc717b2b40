import type { Language } from '../../../protocol/language.ts'
import { formatPrice } from '../../content/format-price.ts'
import { toItemCard } from '../../content/item-row.ts'
import type { Database } from '../../db/database.ts'
import { attributeKind } from '../../search/attribute-kind.ts'
import { readCorpus } from '../../search/corpus.ts'
import { fold } from '../../search/fold.ts'
import { planQuery, type QueryPlan } from '../../search/plan-query.ts'
import { type SearchResult, searchContent } from '../../search/search-content.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import type { Draft, Statement } from './draft.ts'
import { titleHits } from './match-terms.ts'
import { findItemWithPassage, type ItemWithPassage } from './store.ts'

const CARDS = 4
const CANDIDATES = 40
/** Of a question's telling words, how many a piece's name must bear to be what was asked for. */
const NAMED_SHARE = 0.6
/** The confidence of a list whose pieces bear the words of the question in their names. */
export const NAMED = 0.5
const STATUS_ORDER = { available: 0, held: 1, sold: 2 }

const WANTS_LIST =
  /^(any|got)\b|\b(do you (have|sell|stock)|have you (got )?(any|a|an)|got any|any other|show me|looking for|are there any|is there an?|which .{1,30} do you have|habt ihr|haben sie|gibt es|ich suche|zeig\w*|avez vous|vous avez|je cherche|y a t il|tenei?s|tienen|hay|busco)\b/
const WANTS_SIMILAR =
  /\b(similar|like (it|this|that|these)|others? like|something like|more like|ahnliche?s?|so etwas wie|semblable|comme (ca|celle|celui)|pareil|parecid[oa]s?|como (este|esta|esa))\b/
const AT_MOST =
  /\b(?:under|below|less than|up to|max(?:imum)?|cheaper than|unter|bis(?: zu)?|hochstens|moins de|jusqu a|menos de|hasta)\s*(?:£|\$|€|eur|gbp|usd)?\s*(\d{1,6})\b/
const SIZE =
  /\b(?:size|in an?|in size|in grosse|grosse|taille|en talla|talla)\s+(\d{1,2}|xs|s|m|l|xl)\b/
const AT_LEAST =
  /\b(?:over|above|more than|from|uber|ab|plus de|mas de)\s*(?:£|\$|€)?\s*(\d{1,6})\b/

export function wantsList(text: string): boolean {
  const folded = plain(text)
  return WANTS_LIST.test(folded) || WANTS_SIMILAR.test(folded) || AT_MOST.test(folded)
}

/** Pieces that a question names by what they are; undefined when none bears a word of it in title or category. */
export function answerList(
  db: Database,
  question: { text: string; language: Language },
  onPage: ItemWithPassage | undefined,
): Draft | undefined {
  const folded = plain(question.text)
  const similarTo = onPage && WANTS_SIMILAR.test(folded) ? onPage : undefined
  const text = similarTo ? headOf(similarTo.item.title) : withoutFilters(question.text)
  const plan = planQuery(readCorpus(db), text)
  const { results, confidence } = searchContent(db, { text, top: CANDIDATES, kinds: ['item'] })
  const named = namedPieces(
    plan,
    results.filter(({ itemCode }) => itemCode !== similarTo?.item.code),
    similarTo === undefined,
  )
  const most = named[0]?.hits ?? 0
  if (most === 0) return undefined
  const chosen = bySize(
    named.flatMap(({ code }) => findItemWithPassage(db, code) ?? []),
    SIZE.exec(folded)?.[1],
  )
    .filter(({ item }) => inPriceRange(item.price, folded))
    .sort((a, b) => STATUS_ORDER[a.item.status] - STATUS_ORDER[b.item.status])
    .slice(0, CARDS)
  const telling = plan.slots.filter(({ weight }) => weight === 1).length
  const isNamed = chosen.length > 0 && most >= telling * NAMED_SHARE
  return listDraft(chosen, question.language, isNamed ? Math.max(confidence, NAMED) : confidence)
}

/**
 * Pieces whose names bear words of the question, most first. Where some are of the asked kind, only those:
 * "wool coat" means coats. `onlyBest` keeps those alone that bear the most words.
 */
function namedPieces(plan: QueryPlan, results: SearchResult[], onlyBest: boolean) {
  const counted = results.flatMap(({ itemCode, passage }) =>
    itemCode === undefined
      ? []
      : {
          code: itemCode,
          hits: titleHits(plan, nameOf(passage.item), passage.language),
          kind: titleHits(plan, categoryOf(passage.item), passage.language),
        },
  )
  const ofKind = counted.some(({ kind }) => kind > 0)
    ? counted.filter(({ kind }) => kind > 0)
    : counted
  const most = Math.max(0, ...ofKind.map(({ hits }) => hits))
  return ofKind
    .filter(({ hits }) => (onlyBest ? hits === most : hits > 0))
    .sort((a, b) => b.hits - a.hits)
}

/** Those of the asked size, as far as the shop's own labels say; all of them when none is. */
function bySize(pieces: ItemWithPassage[], size: string | undefined): ItemWithPassage[] {
  if (size === undefined) return pieces
  const word = new RegExp(`(?<![\\p{L}\\p{N}])[WL]?${size}(?![\\p{L}\\p{N}])`, 'iu')
  const fitting = pieces.filter(({ item }) =>
    item.attributes.some(
      ({ name, value }) => /^(size|fits)$/.test(attributeKind(name) ?? '') && word.test(value),
    ),
  )
  return fitting.length > 0 ? fitting : pieces
}

function listDraft(chosen: ItemWithPassage[], language: Language, confidence: number): Draft {
  const own = sentencesFor(language)
  if (chosen.length === 0) {
    return { statements: [{ text: own.noneFound }], items: [], confidence: 0.2, evidence: [] }
  }
  const lead: Statement = { text: chosen.length === 1 ? own.foundOne : own.found }
  return {
    statements: [lead, ...chosen.map((found) => lineFor(found, language))],
    items: chosen.map(({ item }) => toItemCard(item)),
    confidence,
    evidence: chosen.map(({ passageId, item }) => ({
      passageId,
      title: item.title,
      score: confidence,
    })),
  }
}

function lineFor({ item, passageId }: ItemWithPassage, language: Language): Statement {
  const price =
    item.price === null ? [] : [formatPrice(item.price, item.currency ?? undefined, language)]
  const status = sentencesFor(language).status[item.status]
  return {
    text: `- ${[item.title, ...price, status].join(', ')}`,
    source: { passageId, title: item.title, url: item.url ?? undefined, quote: item.title },
  }
}

type Row = SearchResult['passage']['item']

function nameOf(row: Row): string {
  return `${row?.title ?? ''} ${categoryOf(row)}`
}

function categoryOf(row: Row): string {
  return row?.attributes.find(({ name }) => attributeKind(name) === 'category')?.value ?? ''
}

/** "Corduroy jacket" of "Corduroy jacket, tobacco". */
function headOf(title: string): string {
  return title.split(',')[0] ?? title
}

function inPriceRange(price: number | null, folded: string): boolean {
  const most = AT_MOST.exec(folded)?.[1]
  const least = AT_LEAST.exec(folded)?.[1]
  if (most === undefined && least === undefined) return true
  if (price === null) return false
  return price <= Number(most ?? Number.POSITIVE_INFINITY) && price >= Number(least ?? 0)
}

/** What a limit or a size says is a filter, not a word to find. */
function withoutFilters(text: string): string {
  const folded = fold(text).replace(/[^\p{L}\p{N}£$€']+/gu, ' ')
  return [AT_MOST, AT_LEAST, SIZE].reduce(
    (rest, filter) => rest.replace(new RegExp(filter, 'g'), ' '),
    folded,
  )
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}£$€]+/gu, ' ')
    .trim()
}
