import { AUDIENCE_OF, type ConversationEvent, type NewEvent } from '../../../protocol/events.ts'
import type { Context } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { projectEvent } from './project-event.ts'
import { deleteOwedAnswers, insertEvent, updateConversation } from './store.ts'
import type { StoredConversation } from './stored-conversation.ts'

export type Appended = { conversation: StoredConversation; events: ConversationEvent[] }

/**
 * Writes events to the log and carries the projection along, inside the caller's transaction.
 * The one that has a `clientId` is the command's main event; the others of the same call get its seq as
 * their cause. What leaves the assistant's phase leaves no answer owed.
 */
export function appendEvents(
  tx: Database,
  ctx: Pick<Context, 'now' | 'newId'>,
  conversation: StoredConversation,
  drafts: NewEvent[],
): Appended {
  const mainIndex = drafts.findIndex((draft) => draft.clientId !== undefined)
  const mainSeq = conversation.lastSeq + 1 + mainIndex
  const createdAt = ctx.now()
  let row = conversation
  const events = drafts.map((draft, index) => {
    const event = stamp(draft, {
      id: ctx.newId('evt'),
      conversationId: row.id,
      seq: row.lastSeq + 1,
      prev: row.lastEveryoneSeq,
      audience: AUDIENCE_OF[draft.type],
      createdAt,
      ...(mainIndex >= 0 && index !== mainIndex && { cause: mainSeq }),
    })
    insertEvent(tx, event)
    row = projectEvent(row, event)
    return event
  })
  if (row.phaseName !== 'assistant') deleteOwedAnswers(tx, row.id)
  updateConversation(tx, row)
  return { conversation: row, events }
}

type Stamp = Pick<ConversationEvent, 'id' | 'conversationId' | 'seq' | 'prev' | 'createdAt'> & {
  audience: ConversationEvent['audience']
  cause?: number
}

/** Holds because `NewEvent` is a `ConversationEvent` without just these fields, and the audience is its type's. */
function stamp(draft: NewEvent, fields: Stamp): ConversationEvent {
  return { ...fields, ...draft } as ConversationEvent
}
