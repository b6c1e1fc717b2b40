import { eq } from 'drizzle-orm'
import type { Item } from '../../protocol/items.ts'
import type { Database } from '../db/database.ts'
import { items } from '../db/schema.ts'
import { toItem } from './item-row.ts'

/** The item with exactly this code, with all its public fields. */
export function findItem(db: Database, code: string): Item | undefined {
  const row = db.select().from(items).where(eq(items.code, code)).get()
  return row === undefined ? undefined : toItem(row)
}
