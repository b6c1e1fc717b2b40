import { fileURLToPath } from 'node:url'
import BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Database } from '../db/database.ts'
import * as schema from '../db/schema.ts'

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../db/migrations', import.meta.url))

/**
 * A shop's database with all migrations, as the server opens it. In memory unless `file` is given;
 * with a file, WAL stands and a second call opens a second connection. Closed with the process.
 */
export function openTestDatabase(file = ':memory:'): Database {
  const client = new BetterSqlite3(file)
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = FULL')
  client.pragma('secure_delete = ON')
  client.pragma('busy_timeout = 5000')
  const db = drizzle({ client, schema, casing: 'snake_case' })
  migrate(db, { migrationsFolder: MIGRATIONS_FOLDER })
  return db
}
