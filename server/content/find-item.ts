import type { Item } from '../../protocol/items.ts'
import type { Database } from '../db/database.ts'
import { toItem } from './item-row.ts'
import { findItemRow } from './store.ts'

/** The item with exactly this code, with all its public fields. */
export function findItem(db: Database, code: string): Item | undefined {
  const row = findItemRow(db, code)
  return row === undefined ? undefined : toItem(row)
}
