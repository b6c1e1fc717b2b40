import type { ItemCard as ItemCardData } from '../../../protocol/items.ts'
import { safeUrl } from '../../../protocol/pure/parse-markup.ts'
import { usePanel } from './panel-context.ts'
import { formatPrice } from './words.ts'

/** A piece as it stood when the answer was made: picture, title, price, what it is, whether it is there. */
export function ItemCard({ item }: { item: ItemCardData }) {
  const { texts, locale } = usePanel()
  const url = safeUrl(item.url ?? '')
  const facts = [item.code, item.conditionGrade && texts.grade(item.conditionGrade)]
  const price = formatPrice(item, locale)
  return (
    <div class={`item ${item.status}`}>
      {item.image && <img src={item.image} alt="" loading="lazy" />}
      <div class="facts">
        <b>{url ? <a href={url}>{item.title}</a> : item.title}</b>
        <b>{item.status === 'sold' ? <s>{price}</s> : price}</b>
        <small>{facts.filter(Boolean).join(', ')}</small>
        <small class={`status row ${item.status}`}>{texts[item.status]}</small>
      </div>
    </div>
  )
}
