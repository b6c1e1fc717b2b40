import type { ConversationEvent, EventOf } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import type { AnswerMessage } from '../../../protocol/messages.ts'

type Said = EventOf<'message.created'>
type Line = Exclude<ConversationEvent, { type: 'message.created' | 'answer.failed' }>

/** A stretch of the thread that one voice holds, or a line that says what happened. */
export type Turn =
  | { kind: 'visitor'; key: string; said: Said[] }
  | { kind: 'teammate'; key: string; said: Said[] }
  | { kind: 'answer'; key: string; message: AnswerMessage }
  | { kind: 'failure'; key: string }
  | { kind: 'line'; key: string; event: Line }

/** What one voice says in a row stands together. Events that show nothing are passed over. */
export function buildTurns(events: readonly ConversationEvent[]): Turn[] {
  const turns: Turn[] = []
  for (const event of events) {
    const key = event.id
    if (event.type === 'answer.failed') turns.push({ kind: 'failure', key })
    else if (event.type !== 'message.created') turns.push({ kind: 'line', key, event })
    else if ('answers' in event.message) turns.push({ kind: 'answer', key, message: event.message })
    else {
      const kind = event.author.kind === 'teammate' ? 'teammate' : 'visitor'
      const last = turns.at(-1)
      if (last?.kind === kind && sameVoice(last.said[0], event)) last.said.push(event)
      else turns.push({ kind, key, said: [event] })
    }
  }
  return turns
}

function sameVoice(one: Said | undefined, other: Said): boolean {
  return one?.author.id === other.author.id
}

const LEAVES_PHASE = new Set<ConversationEvent['type']>([
  'handoff.requested',
  'handoff.cancelled',
  'conversation.taken_over',
  'conversation.handed_back',
  'conversation.resolved',
])

/** Whether an answer is still to come: for a question since which nothing took it from the assistant. */
export function isAnswerOwed(events: readonly ConversationEvent[]): boolean {
  const settled = new Set<MessageId>()
  for (const event of events.toReversed()) {
    if (LEAVES_PHASE.has(event.type)) return false
    if (event.type === 'answer.failed') settled.add(event.answers)
    if (event.type !== 'message.created') continue
    if ('answers' in event.message) settled.add(event.message.answers)
    else if (event.author.kind === 'visitor') return !settled.has(event.message.id)
  }
  return false
}
