import type { Database } from './database.ts'

/**
 * Runs `write` in one immediate transaction and returns its result once that is committed and synced.
 * The only caller of a transaction: a deferred one that turns into a write fails beside another writer,
 * whatever the busy timeout. `tx` is the database itself, whose one connection is now in the transaction:
 * what was prepared on it runs inside. What memory keeps by a version must not be read by the transaction
 * that raises it: should that be undone, the version comes again with other content.
 */
export function writeTransaction<T>(db: Database, write: (tx: Database) => T): T {
  return db.transaction(() => write(db), { behavior: 'immediate' })
}
