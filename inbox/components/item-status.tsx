import type { ItemStatus as Status } from '../../protocol/items.ts'
import { STATUSES } from '../text/words.ts'

export function ItemStatus({ status }: { status: Status }) {
  return <span class={`status status-${status}`}>{STATUSES[status]}</span>
}
