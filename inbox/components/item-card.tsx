import type { ItemCard as Card } from '../../protocol/items.ts'
import { formatPrice } from '../text/format-price.ts'
import { ItemPicture } from './item-picture.tsx'
import { ItemStatus } from './item-status.tsx'

/** A piece as the answer showed it, with the status that it had then. */
export function ItemCard({ item }: { item: Card }) {
  return (
    <div class="piece">
      <ItemPicture item={item} />
      <div class="piece-text">
        <b dir="auto">{item.title}</b>
        <span class="piece-sub">
          <span class="num">{item.code}</span>
          <ItemStatus status={item.status} />
          {item.conditionGrade && <span>Grade {item.conditionGrade}</span>}
        </span>
      </div>
      {item.price !== undefined && (
        <div class="price num">{formatPrice(item.price, item.currency)}</div>
      )}
    </div>
  )
}
