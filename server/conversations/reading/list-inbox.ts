import * as v from 'valibot'
import type { InboxReply } from '../../../protocol/api.ts'
import { ConversationId } from '../../../protocol/ids.ts'
import type { InboxView } from '../../../protocol/inbox.ts'
import { AppError } from '../../core/app-error.ts'
import type { TeammateContext } from '../../core/context.ts'
import { countView, type InboxCursor, listPage, listReadMarks } from './store.ts'
import { summarise } from './summary.ts'

const PAGE_ROWS = 50

/** A page of a view with the counts of all four. `cursor` is what the page before returned. */
export function listInbox(
  ctx: TeammateContext,
  input: { view: InboxView; cursor?: string },
): Pick<InboxReply, 'conversations' | 'counts' | 'cursor'> {
  const { db } = ctx
  const me = ctx.actor.teammate.id
  const cursor = input.cursor === undefined ? undefined : readCursor(input.cursor)
  const page = listPage(db, input.view, me, cursor, PAGE_ROWS + 1)
  const rows = page.slice(0, PAGE_ROWS)
  const read = listReadMarks(
    db,
    me,
    rows.map((row) => row.id),
  )
  const last = rows.at(-1)
  return {
    conversations: rows.map((row) => ({
      conversationId: row.id,
      lastSeq: row.lastSeq,
      summary: summarise(db, row),
      readVisitorMessages: read.get(row.id) ?? 0,
      writing: ctx.live.current(row.id) !== null,
    })),
    counts: {
      needs_person: countView(db, 'needs_person', me),
      mine: countView(db, 'mine', me),
      all: countView(db, 'all', me),
      resolved: countView(db, 'resolved', me),
    },
    cursor:
      last && page.length > PAGE_ROWS
        ? `${input.view === 'needs_person' ? last.waitingSince : last.updatedAt}.${last.id}`
        : null,
  }
}

function readCursor(text: string): InboxCursor {
  const [at = '', id = ''] = text.split('.')
  if (!/^\d{1,16}$/.test(at) || !v.is(ConversationId, id)) {
    throw new AppError('body_malformed', 'The cursor is not one of ours. Load the list anew.')
  }
  return { sortAt: Number(at), id }
}
