import { useAtom } from '../store/use-atom.ts'
import { formatPrice } from './format.ts'
import { CROSS, Icon } from './icon.tsx'
import { usePanel } from './panel-context.ts'

/** The piece that the page shows, told along with a question unless it is taken away. */
export function ItemChip() {
  const { texts, model, pageItem, locale } = usePanel()
  const item = useAtom(pageItem.item)
  const { conversation } = useAtom(model.thread)
  // What was told once needs no second telling.
  if (!item) return null
  if (item === 'pending') return conversation ? null : <div class="chip" />
  if (conversation?.page?.itemCode === item.code) return null
  return (
    <div class="chip row small">
      {item.image && <img src={item.image} alt="" />}
      <span class="grow">{String(item.title)}</span>
      <b>{formatPrice(item, locale)}</b>
      <button type="button" class="tool" aria-label={texts.removeItem} onClick={pageItem.remove}>
        <Icon path={CROSS} />
      </button>
    </div>
  )
}
