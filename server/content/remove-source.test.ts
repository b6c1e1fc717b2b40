import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { articles, items, passages, sources, versions } from '../db/schema.ts'
import { searchContent } from '../search/search-content.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { ingestFile } from './ingest-file.ts'
import { listSources } from './list-sources.ts'
import { removeSource } from './remove-source.ts'

const encoder = new TextEncoder()

function filledDatabase(): Database {
  const db = openTestDatabase()
  const files = {
    'stock.csv': 'code,title,status,price\nA1,Wool coat,available,120\nA2,Straw hat,sold,40\n',
    'post.md': '# Post\n\n## Germany\n\nPost to Germany costs £14.\n',
  }
  for (const [name, text] of Object.entries(files)) {
    ingestFile({ db, newId, now: () => 1000 }, { name, bytes: encoder.encode(text) })
  }
  return db
}

const counts = (db: Database) =>
  [sources, articles, passages, items].map((table) => db.select().from(table).all().length)

it('lists the sources by name, with how much each holds', () => {
  expect(listSources(filledDatabase())).toEqual([
    { name: 'post.md', kind: 'text', count: 1, ingestedAt: 1000 },
    { name: 'stock.csv', kind: 'items', count: 2, ingestedAt: 1000 },
  ])
})

it('takes a source out with all that came from it, and leaves the others', () => {
  const db = filledDatabase()
  const version = db.select().from(versions).get()?.version ?? 0
  expect(removeSource(db, 'stock.csv')).toBe(true)
  expect(counts(db)).toEqual([1, 1, 1, 0])
  expect(searchContent(db, { text: 'straw hat' }).results).toEqual([])
  expect(searchContent(db, { text: 'post to germany' }).results).toHaveLength(1)
  expect(db.select().from(versions).get()?.version).toBe(version + 1)
  expect(db.values(sql`SELECT count(*) FROM search_index`)).toEqual([[1]])
  db.run(sql`INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)`)
})

it('changes nothing for a name that is none', () => {
  const db = filledDatabase()
  const before = counts(db)
  expect(removeSource(db, 'Stock.csv')).toBe(false)
  expect(counts(db)).toEqual(before)
})
