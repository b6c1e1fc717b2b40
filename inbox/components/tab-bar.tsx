import type { InboxView } from '../../protocol/inbox.ts'
import { useInbox } from '../context.ts'
import { VIEWS, writeRoute } from '../models/route.ts'
import { Icon } from './icon.tsx'

const SHORT_NAMES: Record<InboxView, string> = {
  needs_person: 'Needs',
  mine: 'Mine',
  all: 'All',
  resolved: 'Resolved',
}

/** The views on a phone. */
export function TabBar() {
  const { list, route, mineUnread } = useInbox()
  return (
    <nav class="tab-bar" aria-label="Views">
      {VIEWS.map((view) => {
        const count = list.counts.value?.[view] ?? 0
        const unread = view === 'mine' ? mineUnread.value : 0
        return (
          <a
            key={view}
            href={writeRoute({ view, conversationId: null })}
            aria-current={route.value.view === view ? 'page' : undefined}
          >
            {view === 'resolved' ? (
              <Icon name="check" size={20} />
            ) : (
              <b class={view === 'needs_person' && count > 0 ? 'num hot' : 'num'}>
                {count}
                {unread > 0 && <span class="row-unread">{unread} new</span>}
              </b>
            )}
            <span>{SHORT_NAMES[view]}</span>
          </a>
        )
      })}
    </nav>
  )
}
