import type { ConversationEvent } from '../../../protocol/events.ts'
import type { Emit } from '../../page-events.ts'

/** What the shop's page may hear of an event, in the words of the page API. */
export function tellPage(event: ConversationEvent, emit: Emit): void {
  switch (event.type) {
    case 'message.created': {
      const { message, author } = event
      const { id, text } = message
      if ('answers' in message) emit('answer', { id, answers: message.answers, text })
      else if (author.kind === 'visitor' || author.kind === 'teammate')
        emit('message', { id, author: author.kind, text })
      break
    }
    case 'handoff.offered':
      emit('handoff:offered', { reason: event.reason })
      break
    case 'handoff.requested':
      emit('handoff:requested', { reason: event.reason })
      break
    case 'conversation.taken_over':
      emit('handoff:accepted', { teammate: event.teammate.name })
      break
    case 'conversation.handed_back':
      emit('handoff:returned', { teammate: event.teammate.name })
  }
}
