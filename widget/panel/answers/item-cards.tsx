import type { ItemCard } from '../../../protocol/items.ts'
import { formatPrice } from '../views/format.ts'
import { usePanel } from '../views/panel-context.ts'
import { webUrl } from '../views/web-url.ts'

/** Pieces as they stood when the answer was made: picture, title, price, what it is, whether it is there. */
export function ItemCards({ items }: { items: ItemCard[] }) {
  const { texts, locale } = usePanel()
  return (
    <ul class="card">
      {items.map((item) => {
        const facts = [item.code, item.conditionGrade && texts.grade(item.conditionGrade)]
        const price = formatPrice(item, locale)
        return (
          <li key={item.code} class={`item ${item.status}`}>
            {item.image && <img src={item.image} alt="" loading="lazy" />}
            <div class="facts">
              <b>
                <ItemTitle item={item} />
              </b>
              <b>{item.status === 'sold' ? <s>{price}</s> : price}</b>
              <small>
                <bdi>{facts.filter(Boolean).join(', ')}</bdi>
              </small>
              <small class={`status row ${item.status}`}>{texts[item.status]}</small>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function ItemTitle({ item }: { item: ItemCard }) {
  const url = webUrl(item.url)
  const title = String(item.title)
  return url ? <a href={url}>{title}</a> : title
}
