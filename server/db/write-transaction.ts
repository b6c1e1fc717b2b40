import type { Database } from './database.ts'

/**
 * Runs `write` in one immediate transaction and returns its result once that is committed and synced.
 * The only caller of a transaction: a deferred one that turns into a write fails beside another writer,
 * whatever the busy timeout.
 */
export function writeTransaction<T>(db: Database, write: (tx: Database) => T): T {
  return db.transaction((tx) => write(tx), { behavior: 'immediate' })
}
