import type { ConversationEvent } from '../../protocol/events.ts'

/** What a shopper wants, in their own words: the question that was passed on, else what they wrote first. */
export function headlineOf(events: readonly ConversationEvent[]): string {
  for (const event of events.toReversed()) {
    if (event.type === 'handoff.requested' && event.passedOn.question)
      return event.passedOn.question
  }
  const first = events.find(
    (event) => event.type === 'message.created' && event.author.kind === 'visitor',
  )
  return first?.type === 'message.created' ? first.message.text : ''
}

/** The assistant's last words before a person came in. */
export function lastAnswerOf(events: readonly ConversationEvent[]): string | null {
  for (const event of events.toReversed()) {
    if (event.type === 'message.created' && 'answers' in event.message) return event.message.text
  }
  return null
}
