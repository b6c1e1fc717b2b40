import { useSignal } from '@preact/signals'
import type { ConversationId } from '../../protocol/ids.ts'
import type { InboxView } from '../../protocol/inbox.ts'
import { useInbox } from '../context.ts'
import type { Group, GroupName } from '../models/list-groups.ts'
import { VIEW_NAMES } from '../models/route.ts'
import { ConversationRow } from './conversation-row.tsx'
import { MenuButton } from './menu-button.tsx'
import { OfflineLine } from './offline-line.tsx'

const GROUP_NAMES: Record<GroupName, string> = {
  waiting: 'Waiting',
  teammate: 'With a teammate',
  assistant: 'With the assistant',
  resolved: 'Resolved',
}

const ORDERS: Record<InboxView, string> = {
  needs_person: 'longest wait first',
  mine: 'newest first',
  all: 'waiting first',
  resolved: 'newest first',
}

export function ConversationList() {
  const { list } = useInbox()
  const view = list.view.value
  const count = list.counts.value?.[view]
  return (
    <section class="list" aria-label="Conversations">
      <header class="list-head">
        <h1>
          {VIEW_NAMES[view]}
          {view !== 'resolved' && count !== undefined && <span class="num">{count}</span>}
        </h1>
        <span class="meta list-order">{ORDERS[view]}</span>
        <MenuButton place="list" />
      </header>
      <OfflineLine />
      <Rows />
    </section>
  )
}

function Rows() {
  const { list, route } = useInbox()
  const focused = useSignal<ConversationId | null>(null)
  const groups = list.groups.value
  const ids = groups.flatMap((group) => group.rows.map((row) => row.conversationId))
  const current = route.value.conversationId
  const tabStop =
    ids.find((id) => id === focused.value) ?? ids.find((id) => id === current) ?? ids[0]
  return (
    <div
      class="rows"
      onPointerEnter={() => list.hold(true)}
      onPointerLeave={() => list.hold(false)}
      onFocusIn={({ target }) => {
        // A click leaves the focus behind; only who moves by keys would lose their place.
        if (target instanceof Element && target.matches(':focus-visible')) list.hold(true)
      }}
      onFocusOut={() => list.hold(false)}
    >
      <ListState isEmpty={ids.length === 0} />
      {groups.map((group) => (
        <section key={group.name} aria-label={GROUP_NAMES[group.name]}>
          <GroupHead group={group} />
          <ul>
            {group.rows.map((row) => (
              <ConversationRow
                key={row.conversationId}
                row={row}
                current={row.conversationId === current}
                tabStop={row.conversationId === tabStop}
                onFocus={() => {
                  focused.value = row.conversationId
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      {list.hasMore.value && (
        <button type="button" class="button button-quiet more-rows" onClick={list.showMore}>
          Show more
        </button>
      )}
    </div>
  )
}

/** The first group needs no name: it is what the view is called. */
function GroupHead({ group }: { group: Group }) {
  const { list } = useInbox()
  const view = list.view.value
  const isWhole = view === 'mine' || view === 'resolved'
  if (isWhole || (view === 'needs_person' && group.name === 'waiting')) {
    return group.rows.length === 0 && !list.loading.value ? (
      <p class="rows-none">Nobody. The next one lands here.</p>
    ) : null
  }
  return (
    <h2 class="group-head">
      {GROUP_NAMES[group.name]} <span class="group-count num">{group.rows.length}</span>
    </h2>
  )
}

const EMPTY: Record<string, string> = {
  mine: 'You have no conversation in hand.',
  all: 'Nobody has written yet.',
  resolved: 'Nothing has been resolved yet.',
}

function ListState({ isEmpty }: { isEmpty: boolean }) {
  const { list } = useInbox()
  if (!isEmpty) return null
  if (list.loading.value) return <p class="rows-none">Loading</p>
  const words = EMPTY[list.view.value]
  return words ? <p class="rows-none">{words}</p> : null
}
