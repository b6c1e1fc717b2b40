import type { Item } from '../../protocol/items.ts'
import { formatPrice } from './format-price.ts'

/** A line of an item's passage. Answers quote it to the letter. */
export function itemLine(name: string, value: string): string {
  return `${name}: ${value}`
}

/** An item as the one passage of its article: its title, then its row as labelled lines. */
export function itemPassage(item: Item): string {
  const { price, currency, conditionGrade } = item
  return [
    item.title,
    ...(price === undefined ? [] : [itemLine('Price', formatPrice(price, currency, 'en'))]),
    itemLine('Status', item.status),
    itemLine('Code', item.code),
    ...(conditionGrade === undefined ? [] : [itemLine('Condition grade', conditionGrade)]),
    ...item.attributes.map(({ name, value }) => itemLine(name, value)),
  ].join('\n')
}
