import type { ConversationEvent } from '../events.ts'
import type { MessageId } from '../ids.ts'

/** The question that an event settles: with an answer, a cut one or a failure. */
export function settledQuestion(event: ConversationEvent): MessageId | undefined {
  if (event.type === 'answer.failed') return event.answers
  if (event.type === 'message.created' && 'answers' in event.message) return event.message.answers
}
