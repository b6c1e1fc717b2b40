import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row: the shop's own settings, as `shops/settings.ts` reads them. */
export const shopSettings = sqliteTable('shop_settings', {
  id: integer().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull(),
})

/** Raised by whoever writes content or settings, in its transaction; what is cached in memory is keyed by it. */
export const versions = sqliteTable('versions', {
  name: text().$type<'content' | 'settings'>().primaryKey(),
  version: integer().notNull(),
})

/** What a model has spent on the shop's answers, a row a day (UTC): a restart must not buy another day's. */
export const answerTokens = sqliteTable('answer_tokens', {
  day: text().primaryKey(),
  tokens: integer().notNull(),
})
