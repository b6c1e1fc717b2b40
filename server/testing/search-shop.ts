import { ingestFile } from '../content/ingest-file.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { openTestDatabase } from './open-test-database.ts'

/** A shop whose content is the given files, by name. */
export function shopWithFiles(files: Readonly<Record<string, string>>): Database {
  const db = openTestDatabase()
  for (const [name, text] of Object.entries(files)) {
    ingestFile({ db, newId, now: () => 0 }, { name, bytes: new TextEncoder().encode(text) })
  }
  return db
}
