import type { PassageId } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/language.ts'
import type { Database } from '../db/database.ts'
import { confidenceOf } from './confidence.ts'
import { readCorpus } from './corpus.ts'
import type { PassageKind } from './passage-kind.ts'
import { type Correction, planQuery, type QueryPlan } from './plan-query.ts'
import { type RankedPassage, rankPassages } from './rank-passages.ts'
import type { StoredPassage } from './store.ts'

export type SearchResult = {
  passageId: PassageId
  kind: PassageKind
  itemCode?: string
  title: string
  /** The file that it came from. */
  source: string
  url?: string
  /** Highest first; only to be compared within one search. */
  score: number
  /** 0..1, how well this passage alone covers the query; 0 below the first few. */
  confidence: number
  passage: StoredPassage
}

export type SearchOutcome = {
  results: SearchResult[]
  /** Of the best result; 0 with none. */
  confidence: number
  corrections: Correction[]
  plan: QueryPlan
}

const DEFAULT_TOP = 10
const BOTH_KINDS: readonly PassageKind[] = ['item', 'passage']
/** Of how many of the best the confidence is worked out. */
const CONFIDENCE_DEPTH = 5

/**
 * The passages that best answer a query, both kinds together unless `kinds` says otherwise. `language` is
 * the asker's, for a text that is too short to tell.
 */
export function searchContent(
  db: Database,
  query: { text: string; top?: number; kinds?: readonly PassageKind[]; language?: Language },
): SearchOutcome {
  const corpus = readCorpus(db)
  const plan = planQuery(corpus, query.text, query.language)
  const top = query.top ?? DEFAULT_TOP
  const ranked = rankPassages(db, corpus, plan, { kinds: query.kinds ?? BOTH_KINDS, top })
  const results = ranked
    .slice(0, top)
    .map((row, at) => toResult(row, at < CONFIDENCE_DEPTH ? confidenceOf(plan, row.doc) : 0))
  const confidence = Math.max(0, ...results.slice(0, 1).map((result) => result.confidence))
  return { results, confidence, corrections: plan.corrections, plan }
}

function toResult({ passage, kind, score }: RankedPassage, confidence: number): SearchResult {
  return {
    passageId: passage.id,
    kind,
    ...(passage.item && { itemCode: passage.item.code }),
    title: passage.item?.title ?? passage.headings.at(-1) ?? passage.articleTitle,
    source: passage.sourceName,
    ...(passage.url !== null && { url: passage.url }),
    score,
    confidence,
    passage,
  }
}
