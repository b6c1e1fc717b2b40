import * as v from 'valibot'

export const ItemStatus = v.picklist(['available', 'held', 'sold'])
export type ItemStatus = v.InferOutput<typeof ItemStatus>

/** An item as a card shows it, and as it stood when the answer was committed. `price` is in units of `currency` (ISO 4217). */
export const ItemCard = v.object({
  code: v.string(),
  title: v.string(),
  status: ItemStatus,
  price: v.optional(v.number()),
  currency: v.optional(v.string()),
  image: v.optional(v.string()),
  url: v.optional(v.string()),
  conditionGrade: v.optional(v.string()),
})
export type ItemCard = v.InferOutput<typeof ItemCard>

/** An item's public fields: the card and every other column of its row, in the row's order. */
export const Item = v.object({
  ...ItemCard.entries,
  attributes: v.array(v.object({ name: v.string(), value: v.string() })),
})
export type Item = v.InferOutput<typeof Item>
