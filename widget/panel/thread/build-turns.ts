import type { PublicFace } from '../../../protocol/authors.ts'
import type { ConversationEvent, EventOf } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import type { AnswerMessage } from '../../../protocol/messages.ts'

type Said = EventOf<'message.created'>

/** The events that a line is drawn for, each a change of who answers. */
const LINES = [
  'handoff.declined',
  'handoff.requested',
  'handoff.cancelled',
  'conversation.taken_over',
  'conversation.handed_back',
  'conversation.resolved',
  'conversation.reopened',
] as const
export type LineEvent = EventOf<(typeof LINES)[number]>

/** A stretch of the thread that one voice holds, or a line that says what happened. */
export type Turn =
  | { kind: 'visitor'; key: string; said: Said[] }
  | { kind: 'teammate'; key: string; said: Said[] }
  | { kind: 'answer'; key: string; message: AnswerMessage }
  | { kind: 'failure'; key: string }
  | { kind: 'line'; key: string; event: LineEvent }
  /** What is being written, by the assistant or by a teammate. */
  | { kind: 'live'; key: string }
  | { kind: 'writing'; key: string; face: PublicFace }

/** What one voice says in a row stands together. Events that show nothing are passed over. */
export function buildTurns(events: readonly ConversationEvent[]): Turn[] {
  const turns: Turn[] = []
  for (const event of events) {
    const key = event.id
    const last = turns.at(-1)
    if (isLine(event)) turns.push({ kind: 'line', key, event })
    else if (event.type === 'answer.failed') turns.push({ kind: 'failure', key })
    else if (event.type !== 'message.created') continue
    else if ('answers' in event.message) turns.push({ kind: 'answer', key, message: event.message })
    else if (last && 'said' in last && last.said[0]?.author.id === event.author.id) {
      last.said.push(event)
    } else {
      const kind = event.author.kind === 'teammate' ? 'teammate' : 'visitor'
      turns.push({ kind, key, said: [event] })
    }
  }
  return turns
}

/** Whether an answer is still to come: for a question since which nothing took it from the assistant. */
export function isAnswerOwed(events: readonly ConversationEvent[]): boolean {
  const settled = new Set<MessageId>()
  for (const event of events.toReversed()) {
    if (event.type === 'answer.failed') settled.add(event.answers)
    if (event.type === 'message.created') {
      if ('answers' in event.message) settled.add(event.message.answers)
      else if (event.author.kind === 'visitor') return !settled.has(event.message.id)
    } else if (isLine(event) && event.type !== 'conversation.reopened') return false
  }
  return false
}

function isLine(event: ConversationEvent): event is LineEvent {
  const lines: readonly string[] = LINES
  return lines.includes(event.type)
}
