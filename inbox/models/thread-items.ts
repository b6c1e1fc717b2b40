import type { Assessment } from '../../protocol/assessments.ts'
import type { PublicFace } from '../../protocol/authors.ts'
import type { ConversationEvent, EventOf, Rating } from '../../protocol/events.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { AnswerMessage } from '../../protocol/messages.ts'
import { isSameDay } from '../text/format-time.ts'
import type { Conflict } from './ownership.ts'

export type StaffEntry =
  | { kind: 'assessment'; assessment: Assessment; at: number }
  | { kind: 'note'; author: string; text: string; at: number }
  | { kind: 'email'; email: string; at: number }
  | { kind: 'conflict'; holderName: string }

export type SystemEvent = EventOf<
  | 'answer.failed'
  | 'handoff.offered'
  | 'handoff.declined'
  | 'handoff.requested'
  | 'handoff.cancelled'
  | 'conversation.taken_over'
  | 'conversation.handed_back'
  | 'conversation.resolved'
  | 'conversation.reopened'
>

export type ThreadItem = { key: string; seq: number } & (
  | { kind: 'day'; at: number }
  | { kind: 'unread'; count: number }
  | { kind: 'visitor'; text: string; at: number; lastOfRun: boolean }
  | {
      kind: 'answer'
      message: AnswerMessage
      at: number
      assessment: Assessment | null
      rating: Rating | null
    }
  | { kind: 'teammate'; teammate: PublicFace; text: string; at: number; firstOfRun: boolean }
  | { kind: 'system'; event: SystemEvent }
  | { kind: 'staff'; entries: StaffEntry[] }
)

export type ThreadMarks = {
  firstUnread: { seq: number; count: number } | null
  conflict: Conflict | null
}

/** The thread as it is read: everything that the shopper sees, in their order, and what is the team's alone between it. */
export function threadItems(
  events: readonly ConversationEvent[],
  { firstUnread, conflict }: ThreadMarks,
): ThreadItem[] {
  const facts = collectFacts(events)
  const items: ThreadItem[] = []
  let day = 0
  for (const event of events) {
    const came = itemsOf(event, facts)
    if (came.length > 0 && !isSameDay(day, event.createdAt)) {
      day = event.createdAt
      items.push({ kind: 'day', key: `day-${event.seq}`, seq: event.seq, at: day })
    }
    if (event.seq === firstUnread?.seq) {
      items.push({ kind: 'unread', key: 'unread', seq: event.seq, count: firstUnread.count })
    }
    for (const item of came) push(items, item)
  }
  if (conflict?.holderName) {
    const entry = { kind: 'conflict', holderName: conflict.holderName } as const
    insertAfterTakeover(items, conflict.afterSeq, {
      kind: 'staff',
      key: 'conflict',
      seq: conflict.afterSeq,
      entries: [entry],
    })
  }
  return items
}

type Facts = {
  assessments: ReadonlyMap<MessageId, Assessment>
  ratings: ReadonlyMap<MessageId, Rating>
  answers: ReadonlySet<MessageId>
}

function collectFacts(events: readonly ConversationEvent[]): Facts {
  const assessments = new Map<MessageId, Assessment>()
  const ratings = new Map<MessageId, Rating>()
  const answers = new Set<MessageId>()
  for (const event of events) {
    if (event.type === 'answer.assessed') assessments.set(event.messageId, event.assessment)
    if (event.type === 'message.rated') ratings.set(event.messageId, event.rating)
    if (event.type === 'message.created' && 'answers' in event.message) {
      answers.add(event.message.id)
    }
  }
  return { assessments, ratings, answers }
}

function itemsOf(event: ConversationEvent, facts: Facts): ThreadItem[] {
  const base = { key: event.id, seq: event.seq }
  const at = event.createdAt
  switch (event.type) {
    case 'message.created':
      return [messageItem(event, facts)]
    case 'note.created': {
      const author = event.author.kind === 'teammate' ? event.author.name : ''
      return [
        { ...base, kind: 'staff', entries: [{ kind: 'note', author, text: event.note.text, at }] },
      ]
    }
    case 'answer.assessed': {
      // Beside its answer where there is one.
      if (facts.answers.has(event.messageId)) return []
      const { assessment } = event
      return [{ ...base, kind: 'staff', entries: [{ kind: 'assessment', assessment, at }] }]
    }
    case 'visitor.email_given':
      return [{ ...base, kind: 'staff', entries: [{ kind: 'email', email: event.email, at }] }]
    case 'conversation.started':
    case 'message.rated':
      return []
    case 'answer.failed':
    case 'handoff.offered':
    case 'handoff.declined':
    case 'handoff.requested':
    case 'handoff.cancelled':
    case 'conversation.taken_over':
    case 'conversation.handed_back':
    case 'conversation.resolved':
    case 'conversation.reopened':
      return [{ ...base, kind: 'system', event }]
    default:
      // A newer server may send a type that this page does not know.
      return []
  }
}

function messageItem(event: EventOf<'message.created'>, facts: Facts): ThreadItem {
  const { message, author, createdAt: at, id: key, seq } = event
  if ('answers' in message) {
    const assessment = facts.assessments.get(message.id) ?? null
    const rating = facts.ratings.get(message.id) ?? null
    return { kind: 'answer', key, seq, message, at, assessment, rating }
  }
  const { text } = message
  return author.kind === 'teammate'
    ? { kind: 'teammate', key, seq, teammate: author, text, at, firstOfRun: true }
    : { kind: 'visitor', key, seq, text, at, lastOfRun: true }
}

/** Runs of one speaker show their time or name once; what is the team's alone shares one mark. */
function push(items: ThreadItem[], item: ThreadItem) {
  const last = items.at(-1)
  if (item.kind === 'visitor' && last?.kind === 'visitor') {
    items[items.length - 1] = { ...last, lastOfRun: false }
  }
  if (item.kind === 'staff' && last?.kind === 'staff') {
    items[items.length - 1] = { ...last, entries: [...last.entries, ...item.entries] }
  } else if (item.kind === 'teammate' && last?.kind === 'teammate') {
    items.push({ ...item, firstOfRun: last.teammate.id !== item.teammate.id })
  } else {
    items.push(item)
  }
}

function insertAfterTakeover(items: ThreadItem[], afterSeq: number, line: ThreadItem) {
  const at = items.findIndex(
    (item) =>
      item.seq > afterSeq &&
      item.kind === 'system' &&
      item.event.type === 'conversation.taken_over',
  )
  items.splice(at < 0 ? items.length : at + 1, 0, line)
}
