import type { Database } from '../db/database.ts'
import type { PassageKind } from './passage-kind.ts'
import { searchContent } from './search-content.ts'

/** A search as the command line prints it: an item's id is its code. */
export type QueryOutcome = {
  query: string
  results: { id: string; kind: PassageKind; title: string; source: string; score: number }[]
  confidence: number
}

/** The `top` best results for one query. */
export function runQuery(db: Database, query: string, top: number): QueryOutcome {
  const { results, confidence } = searchContent(db, { text: query, top })
  return {
    query,
    results: results.map(({ itemCode, passageId, kind, title, source, score }) => ({
      id: itemCode ?? passageId,
      kind,
      title,
      source,
      score,
    })),
    confidence,
  }
}
