import { sql } from 'drizzle-orm'
import { ingestFile } from '../../server/content/ingest-file.ts'
import { newId } from '../../server/core/new-id.ts'
import type { Database } from '../../server/db/database.ts'
import { openTestDatabase } from '../../server/testing/open-test-database.ts'
import type { Doc } from './read-set.ts'

const encoder = new TextEncoder()

/** A shop whose stock is the set's documents, read by the same ingest as any shop's. */
export function indexProducts(docs: readonly Doc[]): Database {
  const db = openTestDatabase()
  const rows = docs.map(({ id, title, brand, cls, body, attrs }) =>
    [id, title, brand ?? '', cls ?? '', body ?? '', attrs ?? ''].map(quoted).join(','),
  )
  ingest(db, 'products.csv', ['code,title,brand,category,description,features', ...rows].join('\n'))
  return db
}

/** A shop whose pages are the set's paragraphs: a file a paragraph, named by its id. */
export function indexParagraphs(docs: readonly Doc[]): Database {
  const db = openTestDatabase()
  for (const { id, title, body } of docs) ingest(db, `${id}.md`, `# ${title}\n\n${body ?? ''}`)
  return db
}

/** What most tutorials ship, in the same database: FTS5 with its porter stemmer and its own rank. */
export function indexBaseline(db: Database, docs: readonly Doc[]): void {
  db.run(
    sql`CREATE VIRTUAL TABLE baseline USING fts5(id UNINDEXED, text, tokenize='porter unicode61')`,
  )
  for (const { id, title, brand, cls, body, attrs } of docs) {
    const text = [title, brand, cls, body, attrs].filter(Boolean).join('\n')
    db.run(sql`INSERT INTO baseline(id, text) VALUES (${id}, ${text})`)
  }
}

export function searchBaseline(db: Database, text: string, top: number): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return []
  const expression = words.map((word) => `"${word}"`).join(' OR ')
  const rows = db.values<[string]>(
    sql`SELECT id FROM baseline WHERE baseline MATCH ${expression} ORDER BY bm25(baseline) LIMIT ${top}`,
  )
  return rows.map(([id]) => id)
}

function ingest(db: Database, name: string, text: string): void {
  const report = ingestFile({ db, newId, now: Date.now }, { name, bytes: encoder.encode(text) })
  const first = report.refused[0]
  if (first !== undefined) console.error(`${name}:${first.line} ${first.reason}`)
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`
}
