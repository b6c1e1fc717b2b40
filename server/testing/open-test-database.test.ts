import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { writeTransaction } from '../db/write-transaction.ts'
import { openTestDatabase } from './open-test-database.ts'

it('opens an empty shop with its search index', () => {
  const db = openTestDatabase()
  writeTransaction(db, (tx) =>
    tx.run(sql`INSERT INTO search_index(rowid, title) VALUES (1, 'jackets ~jacket')`),
  )
  const rows = db.all(sql`SELECT rowid FROM search_index WHERE search_index MATCH '"~jacket"'`)
  expect(rows).toEqual([{ rowid: 1 }])
  expect(db.all(sql`SELECT term FROM search_terms`)).toHaveLength(2)
})
