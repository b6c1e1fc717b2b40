import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { compactIndex, removeFromIndex } from '../search/write-index.ts'
import { deleteSource, raiseContentVersion, readSource } from './store.ts'

/** Takes a source out of content and index, with all that came from it. False where there is none of that name. */
export function removeSource(db: Database, name: string): boolean {
  return writeTransaction(db, (tx) => {
    const source = readSource(tx, name)
    if (source === undefined) return false
    removeFromIndex(
      tx,
      source.passages.map(({ rowId }) => rowId),
    )
    deleteSource(tx, source.id)
    compactIndex(tx)
    raiseContentVersion(tx)
    return true
  })
}
