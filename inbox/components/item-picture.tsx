import { useState } from 'preact/hooks'
import type { ItemCard } from '../../protocol/items.ts'
import { STATUSES } from '../text/words.ts'

/** The piece itself. Held and sold are marked in its corner; available is not. */
export function ItemPicture({ item, marked = false }: { item: ItemCard; marked?: boolean }) {
  const [failed, setFailed] = useState(false)
  const mark = marked && item.status !== 'available' ? item.status : null
  return (
    <span class={mark ? `picture picture-${mark}` : 'picture'}>
      {item.image && !failed ? (
        <img src={item.image} alt="" loading="lazy" onError={() => setFailed(true)} />
      ) : (
        <span class="picture-none" />
      )}
      {mark && <span class="sr">{STATUSES[mark]}</span>}
    </span>
  )
}
