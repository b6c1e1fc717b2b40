import type { ConversationId, TeammateId } from '../../protocol/ids.ts'
import type { InboxRow, InboxView } from '../../protocol/inbox.ts'
import { type Rows, viewsOf } from './list-rows.ts'

export type GroupName = 'waiting' | 'teammate' | 'assistant' | 'resolved'
export type Group = { name: GroupName; rows: InboxRow[] }

const ORDER: readonly GroupName[] = ['waiting', 'teammate', 'assistant', 'resolved']

/** Needs a person shows who waits and, below, what else goes on; the other views show what their names say. */
export function isShownIn(view: InboxView, row: InboxRow, me: TeammateId): boolean {
  const views = viewsOf(row.summary, me)
  return views.includes(view === 'needs_person' ? 'all' : view)
}

/**
 * Who waits first and longest wait first, then with a teammate, then with the assistant, newest first.
 * `held` is the order on screen while a pointer or the focus is in the list: a row may change its group, it never jumps inside one.
 */
export function groupRows(
  rows: Rows,
  view: InboxView,
  me: TeammateId,
  held: readonly ConversationId[] | null,
): Group[] {
  const place = held && new Map(held.map((id, index) => [id, index]))
  const shown = [...rows.values()].filter((row) => isShownIn(view, row, me))
  return ORDER.map((name) => ({
    name,
    rows: shown
      .filter((row) => row.summary.phase.name === name)
      .sort((a, b) => (place ? comparePlace(place, a, b) : 0) || compareRows(a, b)),
  })).filter(
    (group) => group.rows.length > 0 || (group.name === 'waiting' && view === 'needs_person'),
  )
}

function comparePlace(
  place: ReadonlyMap<ConversationId, number>,
  a: InboxRow,
  b: InboxRow,
): number {
  const last = place.size
  return (place.get(a.conversationId) ?? last) - (place.get(b.conversationId) ?? last)
}

function compareRows(a: InboxRow, b: InboxRow): number {
  const waits = waitingSince(a) - waitingSince(b)
  return waits || b.summary.updatedAt - a.summary.updatedAt
}

export function waitingSince({ summary: { phase } }: InboxRow): number {
  return phase.name === 'waiting' ? phase.requestedAt : 0
}

/** The longest wait of all; from one that waits on to the next longest, and round. */
export function nextWait(rows: Rows, opened: ConversationId | null): InboxRow | null {
  const waiting = [...rows.values()]
    .filter((row) => row.summary.phase.name === 'waiting')
    .sort(compareRows)
  const at = waiting.findIndex((row) => row.conversationId === opened)
  const next = waiting[at + 1] ?? waiting[0]
  return next && next.conversationId !== opened ? next : null
}
