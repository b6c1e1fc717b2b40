import type { ConversationEvent } from '../../../../protocol/events.ts'

/** The checks' own reading of which question an event answers: they share none with what they judge. */
export function answeredQuestion(event: ConversationEvent): string | undefined {
  if (event.type === 'answer.failed') return event.answers
  if (event.type !== 'message.created' || !('answers' in event.message)) return undefined
  return event.message.answers
}
