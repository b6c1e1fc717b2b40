import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inBatches } from '../db/in-batches.ts'
import type { IndexTerms } from './index-terms.ts'

/** `rowId` is that of the passage's row. */
export type IndexRow = { rowId: number; terms: IndexTerms }

const PARAMETERS_A_ROW = 6

/** Puts passages' terms into the index. */
export function addToIndex(tx: Database, rows: readonly IndexRow[]): void {
  for (const some of inBatches(rows, PARAMETERS_A_ROW)) {
    const values = some.map(
      ({ rowId, terms }) =>
        sql`(${rowId}, ${terms.title}, ${terms.head}, ${terms.category}, ${terms.attributes}, ${terms.body})`,
    )
    tx.run(sql`
      INSERT INTO search_index(rowid, title, head, category, attributes, body)
      VALUES ${sql.join(values, sql`, `)}`)
  }
}

export function removeFromIndex(tx: Database, rowIds: readonly number[]): void {
  for (const some of inBatches(rowIds, 1)) {
    const values = some.map((rowId) => sql`${rowId}`)
    tx.run(sql`DELETE FROM search_index WHERE rowid IN (${sql.join(values, sql`, `)})`)
  }
}

/** Merges the index, which is when the words of removed passages leave the file. */
export function compactIndex(tx: Database): void {
  tx.run(sql`INSERT INTO search_index(search_index) VALUES ('optimize')`)
}
