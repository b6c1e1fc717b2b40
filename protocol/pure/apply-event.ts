import type { Conversation, StaffConversation } from '../conversations.ts'
import type { ConversationEvent, EventOf } from '../events.ts'
import type { Phase } from '../handoffs.ts'

/**
 * Folds one event into its conversation, on the server, in the panel and in the inbox alike.
 * Events come in order of `seq`; whoever receives them out of order puts them in order first.
 */
export function applyEvent<C extends Conversation>(conversation: C, event: ConversationEvent): C {
  const next = { ...conversation, lastSeq: event.seq }
  switch (event.type) {
    case 'conversation.started':
      return withPage(next, event.page)
    case 'message.created':
      // An offer belongs to the answer it came with: whoever writes on has let it pass.
      if ('answers' in event.message || event.author.kind !== 'visitor') return next
      return withPage(withoutOffer(next), event.message.page)
    case 'handoff.offered':
      return { ...next, offer: { reason: event.reason } }
    case 'handoff.declined':
      return { ...withoutOffer(next), offerDeclined: true }
    case 'handoff.requested':
      return enter(next, waitingPhase(event))
    case 'handoff.cancelled':
      return enter(next, { name: 'assistant' })
    case 'conversation.taken_over':
      return enter(next, {
        name: 'teammate',
        teammate: event.teammate,
        takenOverAt: event.createdAt,
      })
    case 'conversation.handed_back':
      return { ...enter(next, { name: 'assistant' }), offerDeclined: false }
    case 'conversation.resolved':
      return enter(next, {
        name: 'resolved',
        teammate: event.teammate,
        resolvedAt: event.createdAt,
      })
    case 'conversation.reopened':
      return { ...enter(next, { name: 'assistant' }), offerDeclined: false }
    case 'visitor.email_given':
      return { ...next, emailGiven: true, ...('visitorId' in next && { email: event.email }) }
    case 'note.created':
    case 'answer.assessed':
    case 'answer.failed':
    case 'message.rated':
      return next
    default:
      // A newer server may send a type that this build does not know: it moves the cursor, nothing else.
      return next
  }
}

/** A conversation as it stands after its first event. Give `visitorId` for staff's view of it. */
export function startConversation(event: EventOf<'conversation.started'>): Conversation
export function startConversation(
  event: EventOf<'conversation.started'>,
  visitorId: StaffConversation['visitorId'],
): StaffConversation
export function startConversation(
  event: EventOf<'conversation.started'>,
  visitorId?: StaffConversation['visitorId'],
): Conversation {
  const base = {
    id: event.conversationId,
    phase: { name: 'assistant' } as const,
    version: 0,
    lastSeq: 0,
    language: event.language,
    startedAt: event.createdAt,
    offerDeclined: false,
    emailGiven: false,
  }
  return applyEvent(visitorId ? { ...base, visitorId } : base, event)
}

function waitingPhase(event: EventOf<'handoff.requested'>): Phase {
  return {
    name: 'waiting',
    reason: event.reason,
    requestedAt: event.createdAt,
    passedOn: event.passedOn,
    teammatesAround: event.teammatesAround,
  }
}

/** The only place where the version rises: a change of phase or of holder. */
function enter<C extends Conversation>(conversation: C, phase: Phase): C {
  return { ...withoutOffer(conversation), phase, version: conversation.version + 1 }
}

function withPage<C extends Conversation>(conversation: C, page: Conversation['page']): C {
  return page ? { ...conversation, page } : conversation
}

function withoutOffer<C extends Conversation>(conversation: C): C {
  const { offer: _, ...rest } = conversation
  // The rest of C without an optional field is still a C; TypeScript cannot say so of a generic.
  return rest as C
}
