import type { ItemCard } from '../../protocol/items.ts'
import type { Database } from '../db/database.ts'
import { toItemCard } from './item-row.ts'
import { findItemRow } from './store.ts'

/** The item with exactly this code, as a card shows it. */
export function findItemCard(db: Database, code: string): ItemCard | undefined {
  const row = findItemRow(db, code)
  return row === undefined ? undefined : toItemCard(row)
}
