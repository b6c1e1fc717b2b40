import type { Item, ItemCard } from '../../protocol/items.ts'
import type { items } from '../db/schema.ts'

export type ItemRow = typeof items.$inferSelect

export function toItemCard(row: ItemRow): ItemCard {
  return {
    code: row.code,
    title: row.title,
    status: row.status,
    ...(row.price !== null && { price: row.price }),
    ...(row.currency !== null && { currency: row.currency }),
    ...(row.image !== null && { image: row.image }),
    ...(row.url !== null && { url: row.url }),
    ...(row.conditionGrade !== null && { conditionGrade: row.conditionGrade }),
  }
}

export function toItem(row: ItemRow): Item {
  return { ...toItemCard(row), attributes: row.attributes }
}
