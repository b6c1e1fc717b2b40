import { eq } from 'drizzle-orm'
import type { ItemCard } from '../../protocol/items.ts'
import type { Database } from '../db/database.ts'
import { items } from '../db/schema.ts'
import { toItemCard } from './item-row.ts'

/** The item with exactly this code, as a card shows it. */
export function findItemCard(db: Database, code: string): ItemCard | undefined {
  const row = db.select().from(items).where(eq(items.code, code)).get()
  return row === undefined ? undefined : toItemCard(row)
}
