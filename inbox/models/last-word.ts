import type { ConversationEvent } from '../../protocol/events.ts'

/** The shopper spoke last: nobody has answered that yet. */
export function isUnanswered(events: readonly ConversationEvent[]): boolean {
  const last = events.findLast(({ type }) => type === 'message.created')
  return last?.author.kind === 'visitor'
}

/** The assistant owes an answer to their last message: what ended in between it does not take up again. */
export function isAnswerDue(events: readonly ConversationEvent[]): boolean {
  const last = events.findLast(({ type }) => LAST_WORDS.has(type))
  return last?.type === 'message.created' && last.author.kind === 'visitor'
}

const LAST_WORDS: ReadonlySet<ConversationEvent['type']> = new Set([
  'message.created',
  'answer.failed',
  'handoff.cancelled',
  'conversation.handed_back',
])
