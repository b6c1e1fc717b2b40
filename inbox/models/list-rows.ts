import type { ConversationId, TeammateId } from '../../protocol/ids.ts'
import type { ConversationSummary, InboxRow, InboxView } from '../../protocol/inbox.ts'

export type Rows = ReadonlyMap<ConversationId, InboxRow>
export type Counts = Record<InboxView, number>

/** The views that show a conversation, from its summary alone. */
export function viewsOf({ phase }: ConversationSummary, me: TeammateId): InboxView[] {
  switch (phase.name) {
    case 'waiting':
      return ['needs_person', 'all']
    case 'teammate':
      return phase.teammate.id === me ? ['mine', 'all'] : ['all']
    case 'assistant':
      return ['all']
    case 'resolved':
      return ['resolved']
  }
}

/** The newest by `lastSeq` wins, whichever way it came; what a teammate has read never goes back. */
export function mergeRow(known: InboxRow | undefined, came: InboxRow): InboxRow {
  if (!known) return came
  const newest = came.lastSeq >= known.lastSeq ? came : known
  return {
    ...newest,
    readVisitorMessages: Math.max(known.readVisitorMessages, came.readVisitorMessages),
  }
}

/** What the list becomes when the server has told all of it again: rows that it no longer names go, unless they moved meanwhile. */
export function replaceRows(
  known: Rows,
  fetched: readonly InboxRow[],
  stays: (row: InboxRow) => boolean,
): Rows {
  const rows = new Map<ConversationId, InboxRow>()
  for (const [id, row] of known) if (stays(row)) rows.set(id, row)
  for (const row of fetched) {
    rows.set(row.conversationId, mergeRow(known.get(row.conversationId), row))
  }
  return rows
}

export function countChange(
  counts: Counts,
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  me: TeammateId,
): Counts {
  const next = { ...counts }
  for (const view of before ? viewsOf(before, me) : []) next[view] = Math.max(0, next[view] - 1)
  for (const view of viewsOf(after, me)) next[view] += 1
  return next
}

export function unreadOf(row: InboxRow): number {
  return Math.max(0, row.summary.visitorMessages - row.readVisitorMessages)
}
