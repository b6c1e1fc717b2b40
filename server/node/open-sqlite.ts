import BetterSqlite3 from 'better-sqlite3'
import { StartError } from './start-error.ts'

/** The one place where SQLite itself is opened. */
export function openSqlite(file: string, options: BetterSqlite3.Options): BetterSqlite3.Database {
  try {
    return new BetterSqlite3(file, options)
  } catch (error) {
    if (!isForAnotherNode(error)) throw error
    throw new StartError(
      'SQLite was compiled for another version of Node. Run: npm rebuild better-sqlite3',
    )
  }
}

function isForAnotherNode(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_DLOPEN_FAILED'
}
