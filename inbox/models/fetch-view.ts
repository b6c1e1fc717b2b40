import type { InboxReply } from '../../protocol/api.ts'
import type { InboxRow, InboxView } from '../../protocol/inbox.ts'
import type { Outcome } from '../wire/request.ts'
import type { StaffApi } from '../wire/staff-api.ts'

export type Cursors = Partial<Record<InboxView, string | null>>
/** All that a view shows, as far as it was paged. `last` is the reply that came last. */
export type FetchedView = { rows: InboxRow[]; cursors: Cursors; last: InboxReply }

/** Needs a person shows, below who waits, what else goes on. */
export function queriesOf(view: InboxView): InboxView[] {
  return view === 'needs_person' ? ['needs_person', 'all'] : [view]
}

/** Fetches as many pages of each of the view's queries as `pagesOf` says are shown. */
export async function fetchView(
  list: StaffApi['list'],
  view: InboxView,
  pagesOf: (query: InboxView) => number,
): Promise<Outcome<FetchedView>> {
  const rows: InboxRow[] = []
  const cursors: Cursors = {}
  let last: InboxReply | null = null
  for (const query of queriesOf(view)) {
    let cursor: string | null = null
    for (let page = 1; page <= pagesOf(query); page++) {
      const outcome: Outcome<InboxReply> = await list(query, cursor)
      if (!outcome.ok) return outcome
      last = outcome.value
      rows.push(...last.conversations)
      cursor = last.cursor
      cursors[query] = cursor
      if (!cursor) break
    }
  }
  if (!last) throw new Error('a view without a query')
  return { ok: true, value: { rows, cursors, last } }
}
