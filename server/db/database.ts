import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema.ts'

/** One shop's database, synchronous. What opens it (better-sqlite3 today) is known in `server/node/` only. */
export type Database = BaseSQLiteDatabase<'sync', unknown, typeof schema>
