import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { IndexTerms } from './index-terms.ts'

/** Puts a passage's terms into the index; `rowId` is that of its row in `passages`. */
export function addToIndex(tx: Database, rowId: number, terms: IndexTerms): void {
  tx.run(sql`
    INSERT INTO search_index(rowid, title, head, category, attributes, body)
    VALUES (${rowId}, ${terms.title}, ${terms.head}, ${terms.category}, ${terms.attributes}, ${terms.body})`)
}

export function removeFromIndex(tx: Database, rowId: number): void {
  tx.run(sql`DELETE FROM search_index WHERE rowid = ${rowId}`)
}

/** Merges the index, which is when the words of removed passages leave the file. */
export function compactIndex(tx: Database): void {
  tx.run(sql`INSERT INTO search_index(search_index) VALUES ('optimize')`)
}
