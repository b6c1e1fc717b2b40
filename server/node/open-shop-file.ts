import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Database } from '../db/database.ts'
import * as schema from '../db/schema.ts'
import { openSqlite } from './open-sqlite.ts'
import { PACKAGE_ROOT } from './package-root.ts'

const MIGRATIONS_FOLDER = join(PACKAGE_ROOT, 'server/db/migrations')
/** How long a write waits for one of another process, such as an ingest beside the server. */
const BUSY_TIMEOUT_MS = 5000

export type ShopFile = { db: Database; close(): void }

/** Opens a shop's file, with every migration, in the mode that an acknowledged message relies on. */
export function openShopFile(file: string, { mustExist }: { mustExist: boolean }): ShopFile {
  const client = openSqlite(file, { fileMustExist: mustExist, timeout: BUSY_TIMEOUT_MS })
  try {
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = FULL')
    client.pragma('secure_delete = ON')
    assertPragma(client, 'journal_mode', 'wal')
    assertPragma(client, 'synchronous', 2)
    assertPragma(client, 'secure_delete', 1)
    const db = drizzle({ client, schema, casing: 'snake_case' })
    migrateShop(client, () => migrate(db, { migrationsFolder: MIGRATIONS_FOLDER }))
    return { db, close: () => client.close() }
  } catch (error) {
    client.close()
    throw error
  }
}

/**
 * Drizzle migrates inside a transaction, where switching foreign keys off does nothing: a rebuilt table
 * would take the rows that refer to it along. So they are off around it, and checked before they are on.
 */
function migrateShop(client: BetterSqlite3.Database, run: () => void): void {
  client.pragma('foreign_keys = OFF')
  run()
  const broken = client.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`${broken.length} rows of ${client.name} refer to rows that are not there.`)
  }
  client.pragma('foreign_keys = ON')
}

function assertPragma(client: BetterSqlite3.Database, name: string, expected: unknown): void {
  const found = client.pragma(name, { simple: true })
  if (found !== expected) {
    throw new Error(`${client.name} is open with ${name} = ${found}, and needs ${expected}.`)
  }
}
