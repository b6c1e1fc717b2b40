import type { ConversationEvent } from '../../protocol/events.ts'

/** What a shopper wants, in their own words: the question that was passed on while it is open, else what they wrote first since. */
export function headlineOf(events: readonly ConversationEvent[]): string {
  const at = events.findLastIndex(({ type }) => type === 'handoff.requested')
  const settledAt = events.findLastIndex(
    ({ type }) => type === 'conversation.resolved' || type === 'conversation.handed_back',
  )
  const handoff = events[at]
  const passed = handoff?.type === 'handoff.requested' ? handoff.passedOn.question : undefined
  if (passed && at > settledAt) return passed
  return firstSaid(events.slice(Math.max(at, settledAt) + 1)) ?? passed ?? firstSaid(events) ?? ''
}

function firstSaid(events: readonly ConversationEvent[]): string | undefined {
  const first = events.find(
    (event) => event.type === 'message.created' && event.author.kind === 'visitor',
  )
  return first?.type === 'message.created' ? first.message.text : undefined
}

/** The assistant's last words before a person came in. */
export function lastAnswerOf(events: readonly ConversationEvent[]): string | null {
  for (const event of events.toReversed()) {
    if (event.type === 'message.created' && 'answers' in event.message) return event.message.text
  }
  return null
}
