import type { ConversationEvent } from '../../../protocol/events.ts'
import { applyEvent } from '../../../protocol/pure/apply-event.ts'
import { type StoredConversation, staffView } from './stored-conversation.ts'

/** The row after one more event: the shared fold, and the counters that only the server keeps. */
export function projectEvent(
  row: StoredConversation,
  event: ConversationEvent,
): StoredConversation {
  const conversation = applyEvent(staffView(row), event)
  const { phase } = conversation
  return {
    ...row,
    phase,
    phaseName: phase.name,
    holderId: phase.name === 'teammate' ? phase.teammate.id : '',
    waitingSince: phase.name === 'waiting' ? phase.requestedAt : 0,
    version: conversation.version,
    lastSeq: event.seq,
    lastEveryoneSeq: event.audience === 'everyone' ? event.seq : row.lastEveryoneSeq,
    page: conversation.page ?? null,
    offer: conversation.offer ?? null,
    offerDeclined: conversation.offerDeclined,
    email: conversation.email ?? null,
    updatedAt: event.createdAt,
    ...counters(row, event),
  }
}

type Counters = Pick<
  StoredConversation,
  'startedAt' | 'lastLine' | 'visitorMessages' | 'exchanges' | 'unsureInARow'
>

function counters(row: StoredConversation, event: ConversationEvent): Partial<Counters> {
  switch (event.type) {
    case 'conversation.started':
      return { startedAt: event.createdAt }
    case 'message.created':
      return {
        lastLine: { author: event.author, text: firstLine(event.message.text) },
        ...(event.author.kind === 'visitor' && { visitorMessages: row.visitorMessages + 1 }),
        ...(event.author.kind === 'assistant' && { exchanges: row.exchanges + 1 }),
      }
    case 'answer.assessed':
      return event.assessment.confidence === undefined
        ? {}
        : { unsureInARow: event.assessment.facts.unsureInARow }
    case 'handoff.requested':
      // What called for a person has been acted on: after a cancel, being unsure counts anew.
      return { unsureInARow: 0 }
    case 'message.rated':
      return event.rating === 'up' ? { exchanges: 0 } : {}
    case 'conversation.handed_back':
    case 'conversation.reopened':
      return { exchanges: 0, unsureInARow: 0 }
    default:
      return {}
  }
}

/** A row of the list shows one line: what does not fit on it need not travel. */
function firstLine(text: string): string {
  return Array.from(text.trim().replace(/\s+/g, ' ')).slice(0, 160).join('')
}
