import type { Database } from '../db/database.ts'
import { searchContent } from './search-content.ts'

// LEAD'S TEMPORARY STAND-IN, NOT COMMITTED
export function runQuery(db: Database, query: string, top: number) {
  const { results, confidence } = searchContent(db, { text: query, top })
  return {
    query,
    results: results.map((r) => ({
      id: r.kind === 'item' ? (r.itemCode ?? '') : r.passageId,
      kind: r.kind,
      title: r.title,
      source: r.source,
      score: r.score,
    })),
    confidence,
  }
}
