import { AUDIENCE_OF, type ConversationEvent, type NewEvent } from '../../../../protocol/events.ts'
import { projectEvent } from '../../../conversations/log/project-event.ts'
import type { Fault } from './faults.ts'
import type { ModelThread } from './model-state.ts'

/** Stamps events and carries the projection along, as `appendEvents` does without a database. */
export function appendToLog(
  thread: ModelThread,
  drafts: NewEvent[],
  { createdAt, fault }: { createdAt: number; fault: Fault | undefined },
): ConversationEvent[] {
  const mainIndex = drafts.findIndex(({ clientId }) => clientId !== undefined)
  const mainSeq = thread.row.lastSeq + 1 + mainIndex
  return drafts.map((draft, at) => {
    const { row, log } = thread
    const seq = row.lastSeq + (fault === 'skips_a_seq' && row.lastSeq % 5 === 4 ? 2 : 1)
    const event = stamp(draft, {
      id: `evt_${row.id}_${log.length}_${createdAt}`,
      conversationId: row.id,
      seq,
      prev: fault === 'wrong_prev' ? seq - 1 : row.lastEveryoneSeq,
      audience: AUDIENCE_OF[draft.type],
      createdAt,
      ...(mainIndex >= 0 && at !== mainIndex && { cause: mainSeq }),
    })
    log.push(event)
    thread.row = projected(thread, event, fault)
    return event
  })
}

function projected({ row }: ModelThread, event: ConversationEvent, fault: Fault | undefined) {
  const next = projectEvent(row, event)
  if (fault === 'miscounts' && event.type === 'note.created') {
    return { ...next, visitorMessages: next.visitorMessages + 1 }
  }
  if (fault === 'projection_is_not_the_fold' && event.type === 'conversation.handed_back') {
    return { ...next, phase: row.phase, phaseName: row.phaseName, holderId: row.holderId }
  }
  return next
}

type Stamp = Pick<
  ConversationEvent,
  'id' | 'conversationId' | 'seq' | 'prev' | 'createdAt' | 'audience'
> & { cause?: number }

/** Holds because `NewEvent` is a `ConversationEvent` without just these fields. */
function stamp(draft: NewEvent, fields: Stamp): ConversationEvent {
  return { ...fields, ...draft } as ConversationEvent
}
