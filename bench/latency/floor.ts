import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Content } from './make-content.ts'

/** The least that an answer can cost: one plain full-text query, and one commit that is synced. */
export type Floor = { query(question: string): number; commit(): number; close(): void }

export function openFloor(folder: string, { files }: Content): Floor {
  const db = new Database(join(folder, 'floor.sqlite'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE VIRTUAL TABLE plain USING fts5(body, tokenize = 'porter unicode61');
    CREATE TABLE messages (id INTEGER PRIMARY KEY, text TEXT NOT NULL)`)
  const insert = db.prepare('INSERT INTO plain(body) VALUES (?)')
  db.transaction(() => {
    for (const { text } of files) for (const part of text.split('\n## ')) insert.run(part)
  })()
  const find = db.prepare(
    'SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY bm25(plain) LIMIT 10',
  )
  const write = db.prepare('INSERT INTO messages(text) VALUES (?)')
  return {
    query(question) {
      const words = question.match(/\w+/g) ?? []
      const match = words.map((word) => `"${word}"`).join(' OR ')
      return timed(() => find.all(match))
    },
    commit: () => timed(() => write.run('A message of about as many bytes as a shopper writes.')),
    close: () => db.close(),
  }
}

function timed(run: () => unknown): number {
  const from = performance.now()
  run()
  return performance.now() - from
}
