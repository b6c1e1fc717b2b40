import { eq, sql } from 'drizzle-orm'
import type { PassageId } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/language.ts'
import type { Database } from '../db/database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { articles, items, passages, sources } from '../db/schema.ts'

/** A passage with what names it. `item` is its row when the passage is one. */
export type StoredPassage = {
  rowId: number
  id: PassageId
  headings: string[]
  text: string
  language: Language
  articleTitle: string
  url: string | null
  sourceName: string
  item: typeof items.$inferSelect | null
}

/** Rows of the index that match, best first by FTS5's own rank with our column weights. */
export function findCandidates(db: Database, expression: string, limit: number): number[] {
  // bm25() with a LIMIT keeps a heap of that size; ORDER BY rank would sort every match.
  const rows = db.values<[number]>(sql`
    SELECT rowid FROM search_index WHERE search_index MATCH ${expression}
    ORDER BY bm25(search_index, 8, 4, 6, 1, 1) LIMIT ${limit}`)
  return rows.map(([rowId]) => rowId)
}

export function readPassages(db: Database, rowIds: readonly number[]): StoredPassage[] {
  return passagesByRow(db).all({ rowIds: JSON.stringify(rowIds) })
}
const passagesByRow = prepareOnce((db) =>
  db
    .select({
      rowId: passages.rowId,
      id: passages.id,
      headings: passages.headings,
      text: passages.text,
      language: passages.language,
      articleTitle: articles.title,
      url: articles.url,
      sourceName: sources.name,
      item: items,
    })
    .from(passages)
    .innerJoin(articles, eq(articles.id, passages.articleId))
    .innerJoin(sources, eq(sources.id, passages.sourceId))
    .leftJoin(items, eq(items.code, passages.itemCode))
    .where(sql`${passages.rowId} IN (SELECT value FROM json_each(${sql.placeholder('rowIds')}))`)
    .prepare(),
)
