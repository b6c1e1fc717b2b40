import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TeammateRole } from '../../protocol/api.ts'
import type { TeammateId } from '../../protocol/ids.ts'

export const teammates = sqliteTable('teammates', {
  id: text().$type<TeammateId>().primaryKey(),
  /** Lower case: what it is signed in with. */
  email: text().notNull().unique(),
  /** '' until the first link is spent. */
  name: text().notNull(),
  picture: text(),
  role: text().$type<TeammateRole>().notNull(),
  passwordHash: text(),
  createdAt: integer().notNull(),
  /** Last authenticated request of an inbox of theirs; around for 90 s after it. */
  aroundAt: integer().notNull(),
})

/** Hashed, spent once by POST, 24 h. */
export const oneTimeLinks = sqliteTable('one_time_links', {
  tokenHash: text().primaryKey(),
  teammateId: text().$type<TeammateId>().notNull(),
  expiresAt: integer().notNull(),
})

export const sessions = sqliteTable('sessions', {
  tokenHash: text().primaryKey(),
  teammateId: text().$type<TeammateId>().notNull(),
  createdAt: integer().notNull(),
  /** 14 days after the last use. */
  expiresAt: integer().notNull(),
})
