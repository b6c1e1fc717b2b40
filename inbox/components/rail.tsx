import type { InboxView } from '../../protocol/inbox.ts'
import { useInbox } from '../context.ts'
import { VIEW_NAMES, VIEWS, writeRoute } from '../models/route.ts'
import { Icon } from './icon.tsx'
import { MenuButton } from './menu-button.tsx'

export function Rail() {
  const { shop } = useInbox()
  return (
    <nav class="rail" aria-label="Views">
      <div class="rail-shop">
        <Icon name="bell" size={20} />
        <span dir="auto">{shop.name}</span>
      </div>
      <ul>
        {VIEWS.map((view) => (
          <li key={view}>
            <ViewLink view={view} />
          </li>
        ))}
      </ul>
      <div class="rail-end">
        <MenuButton place="rail" />
      </div>
    </nav>
  )
}

function ViewLink({ view }: { view: InboxView }) {
  const { list, route, mineUnread } = useInbox()
  const count = list.counts.value?.[view]
  const isHot = view === 'needs_person' && Boolean(count)
  const unread = view === 'mine' ? mineUnread.value : 0
  return (
    <a
      href={writeRoute({ view, conversationId: null })}
      aria-current={route.value.view === view ? 'page' : undefined}
    >
      <span>{VIEW_NAMES[view]}</span>
      {view !== 'resolved' && count !== undefined && (
        <span class={isHot ? 'num hot' : unread > 0 ? 'num fresh' : 'num'}>
          {count}
          {unread > 0 && <span class="sr">, {unread} with something new</span>}
        </span>
      )}
    </a>
  )
}
