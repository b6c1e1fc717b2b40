import type { PassageId } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/language.ts'
import type { Database } from '../db/database.ts'
import { confidenceOf } from './confidence.ts'
import { readCorpus } from './corpus.ts'
import type { PassageKind } from './passage-kind.ts'
import { type Correction, planQuery, type QueryPlan } from './plan-query.ts'
import { type RankedRow, rankPassages } from './rank-passages.ts'
import { readPassages, type StoredPassage } from './store.ts'

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
  const ranked = rankPassages(db, corpus, plan, query.kinds ?? ['item', 'passage'])
  const top = ranked.slice(0, query.top ?? DEFAULT_TOP)
  const passages = new Map(
    readPassages(
      db,
      top.map(({ rowId }) => rowId),
    ).map((passage) => [passage.rowId, passage]),
  )
  const results = top.flatMap((row, at) => {
    const passage = passages.get(row.rowId)
    if (passage === undefined) return []
    const confidence = at < CONFIDENCE_DEPTH ? confidenceOf(plan, row.doc) : 0
    return [toResult(row, passage, confidence)]
  })
  const confidence = Math.max(0, ...results.slice(0, 1).map((result) => result.confidence))
  return { results, confidence, corrections: plan.corrections, plan }
}

function toResult(row: RankedRow, passage: StoredPassage, confidence: number): SearchResult {
  return {
    passageId: passage.id,
    kind: row.kind,
    ...(passage.item && { itemCode: passage.item.code }),
    title: passage.item?.title ?? passage.headings.at(-1) ?? passage.articleTitle,
    source: passage.sourceName,
    ...(passage.url !== null && { url: passage.url }),
    score: row.score,
    confidence,
    passage,
  }
}
