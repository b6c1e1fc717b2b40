import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ArticleId, PassageId, SourceId } from '../../protocol/ids.ts'
import type { Item, ItemStatus } from '../../protocol/items.ts'
import type { Language } from '../../protocol/language.ts'

/** A file that was ingested. Its name is its identity: ingesting it again replaces it. */
export const sources = sqliteTable('sources', {
  id: text().$type<SourceId>().primaryKey(),
  name: text().notNull().unique(),
  kind: text().$type<'items' | 'text'>().notNull(),
  ingestedAt: integer().notNull(),
})

export const articles = sqliteTable(
  'articles',
  {
    id: text().$type<ArticleId>().primaryKey(),
    sourceId: text().$type<SourceId>().notNull(),
    title: text().notNull(),
    url: text(),
  },
  (t) => [index('articles_by_source').on(t.sourceId)],
)

/** The retrievable slice. It keeps its id while headings and text are unchanged. */
export const passages = sqliteTable(
  'passages',
  {
    /** The row of the full-text index. */
    rowId: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<PassageId>().notNull().unique(),
    articleId: text().$type<ArticleId>().notNull(),
    sourceId: text().$type<SourceId>().notNull(),
    position: integer().notNull(),
    /** Headings from the article's top to the passage. */
    headings: text({ mode: 'json' }).$type<string[]>().notNull(),
    text: text().notNull(),
    /** What its words are stemmed by. */
    language: text().$type<Language>().notNull().default('en'),
    itemCode: text(),
  },
  (t) => [
    index('passages_by_article').on(t.articleId, t.position),
    index('passages_by_source').on(t.sourceId),
    index('passages_by_item').on(t.itemCode),
  ],
)

export const items = sqliteTable(
  'items',
  {
    code: text().primaryKey(),
    sourceId: text().$type<SourceId>().notNull(),
    title: text().notNull(),
    status: text().$type<ItemStatus>().notNull(),
    price: real(),
    currency: text(),
    image: text(),
    url: text(),
    conditionGrade: text(),
    /** Every other column of the row that is not blank, in the row's order; condition notes are one of them. */
    attributes: text({ mode: 'json' }).$type<Item['attributes']>().notNull(),
    position: integer().notNull(),
    /** Raised when the row changes. */
    version: integer().notNull(),
  },
  (t) => [index('items_by_source').on(t.sourceId)],
)
