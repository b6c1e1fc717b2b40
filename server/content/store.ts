import { asc, count, eq, ne, sql } from 'drizzle-orm'
import type { ArticleId, PassageId, SourceId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import type { Language } from '../../protocol/language.ts'
import type { Database } from '../db/database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { articles, items, passages, sources, versions } from '../db/schema.ts'
import { type ItemRow, toItem } from './item-row.ts'

/** A source as it stands, with its rows. */
export type StoredSource = {
  id: SourceId
  articles: { id: ArticleId; title: string; url: string | null }[]
  passages: StoredPassageRow[]
  items: { code: string; position: number; version: number; item: Item }[]
}
type StoredPassageRow = {
  rowId: number
  id: PassageId
  articleId: ArticleId
  position: number
  headings: string[]
  text: string
  language: Language
  itemCode: string | null
}

export function readContentVersion(db: Database): number {
  return contentVersion(db).get()?.version ?? 0
}
const contentVersion = prepareOnce((db) =>
  db.select().from(versions).where(eq(versions.name, 'content')).prepare(),
)

/** The row with exactly this code. */
export function findItemRow(db: Database, code: string): ItemRow | undefined {
  return itemByCode(db).get({ code })
}
const itemByCode = prepareOnce((db) =>
  db
    .select()
    .from(items)
    .where(eq(items.code, sql.placeholder('code')))
    .prepare(),
)

export function raiseContentVersion(tx: Database): void {
  const version = readContentVersion(tx) + 1
  tx.insert(versions)
    .values({ name: 'content', version })
    .onConflictDoUpdate({ target: versions.name, set: { version } })
    .run()
}

export function readSource(db: Database, name: string): StoredSource | undefined {
  const source = db.select().from(sources).where(eq(sources.name, name)).get()
  if (source === undefined) return undefined
  const rows = db.select().from(items).where(eq(items.sourceId, source.id)).all()
  return {
    id: source.id,
    articles: db.select().from(articles).where(eq(articles.sourceId, source.id)).all(),
    passages: db.select().from(passages).where(eq(passages.sourceId, source.id)).all(),
    items: rows.map((row) => ({
      code: row.code,
      position: row.position,
      version: row.version,
      item: toItem(row),
    })),
  }
}

/** Codes of other sources' items, with the name of their source. */
export function listTakenCodes(db: Database, except: SourceId): ReadonlyMap<string, string> {
  const rows = db
    .select({ code: items.code, name: sources.name })
    .from(items)
    .innerJoin(sources, eq(sources.id, items.sourceId))
    .where(ne(items.sourceId, except))
    .all()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export function readSources(db: Database): (typeof sources.$inferSelect)[] {
  return db.select().from(sources).orderBy(asc(sources.name)).all()
}

export function countItemsBySource(db: Database): ReadonlyMap<SourceId, number> {
  const rows = db.select({ id: items.sourceId, count: count() }).from(items)
  return new Map(
    rows
      .groupBy(items.sourceId)
      .all()
      .map((row) => [row.id, row.count]),
  )
}

export function countPassagesBySource(db: Database): ReadonlyMap<SourceId, number> {
  const rows = db.select({ id: passages.sourceId, count: count() }).from(passages)
  return new Map(
    rows
      .groupBy(passages.sourceId)
      .all()
      .map((row) => [row.id, row.count]),
  )
}

/** Everything of a source but its rows of the index, which must be gone before: they are found by passage. */
export function deleteSource(tx: Database, id: SourceId): void {
  for (const table of [passages, items, articles]) {
    tx.delete(table).where(eq(table.sourceId, id)).run()
  }
  tx.delete(sources).where(eq(sources.id, id)).run()
}
