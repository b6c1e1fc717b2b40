import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { makeDataFolder } from './data-folder.ts'
import { openSqlite } from './open-sqlite.ts'
import { StartError } from './start-error.ts'

/**
 * Makes the folder where it is missing, and holds it for one server at a time. The lock is SQLite's, so
 * the system lets go of it however this process ends.
 */
export function lockDataFolder(dataDir: string): { release(): void } {
  makeDataFolder(dataDir)
  const client = openSqlite(join(dataDir, 'lock.sqlite'), { timeout: 0 })
  try {
    client.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    client.close()
    if (!isBusy(error)) throw error
    throw new StartError(
      `Another Counterbell runs on ${dataDir}. Stop it, or set DATA_DIR to another folder.`,
    )
  }
  return { release: () => client.close() }
}

function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_BUSY'
}
