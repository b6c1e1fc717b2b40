import type { ConversationEvent, EventType } from '../../../../protocol/events.ts'
import type { Finding } from '../finding.ts'
import type { Command, CommandName } from '../history.ts'
import type { RunIndex, Thread } from '../run-index.ts'
import { answeredQuestion } from './answered-question.ts'

/** The main event of each command. */
const MAIN_EVENT: Record<CommandName, EventType> = {
  start: 'message.created',
  start_handoff: 'handoff.requested',
  message: 'message.created',
  handoff: 'handoff.requested',
  cancel: 'handoff.cancelled',
  decline: 'handoff.declined',
  rate: 'message.rated',
  email: 'visitor.email_given',
  takeover: 'conversation.taken_over',
  reply: 'message.created',
  note: 'note.created',
  hand_back: 'conversation.handed_back',
  resolve: 'conversation.resolved',
}

/** C2: every event of a person goes back to one command of that person, which was not refused, to the letter. */
export function checkSent(run: RunIndex): Finding[] {
  return [...run.threads.values()].flatMap((thread) =>
    thread.steps.flatMap(({ event }) => {
      const wrong = whatIsWrong(run, thread, event)
      return wrong ? [{ check: 'C2', detail: `${where(event)} ${wrong}` } as const] : []
    }),
  )
}

function whatIsWrong(run: RunIndex, thread: Thread, event: ConversationEvent): string | undefined {
  const { kind } = event.author
  if (event.clientId) {
    const record = run.commands.get(event.clientId)
    if (!record) return `carries ${event.clientId}, which nobody sent`
    if (record.outcome.kind === 'refused') return `is stored though it was refused`
    return differs(record.command, thread, event)
  }
  if (kind === 'assistant' || kind === 'system') return questionIsMissing(thread, event)
  const main = thread.steps.find((step) => step.event.seq === event.cause)?.event
  const isOwn = main?.clientId !== undefined && main.author.id === event.author.id
  return isOwn ? undefined : 'goes back to no command of its author'
}

function differs(command: Command, thread: Thread, event: ConversationEvent): string | undefined {
  if (event.type !== MAIN_EVENT[command.name]) return `is not what ${command.name} makes`
  if (thread.shop !== command.shop) return `belongs into ${command.shop}`
  const { conversationId = event.conversationId } = command
  if (conversationId !== event.conversationId) return `belongs into ${conversationId}`
  return command.text === textOf(event) ? undefined : 'is not what was written'
}

function textOf(event: ConversationEvent): string | undefined {
  if (event.type === 'message.created') return event.message.text
  if (event.type === 'note.created') return event.note.text
  return event.type === 'visitor.email_given' ? event.email : undefined
}

/** An answer, or its failure, belongs to a question that a visitor asked before. */
function questionIsMissing(thread: Thread, event: ConversationEvent): string | undefined {
  const answers = answeredQuestion(event)
  if (answers === undefined) {
    return event.type === 'message.created' ? 'answers nothing' : undefined
  }
  const asked = thread.steps.some(
    ({ event: e }) =>
      e.seq < event.seq &&
      e.type === 'message.created' &&
      e.author.kind === 'visitor' &&
      e.message.id === answers,
  )
  return asked ? undefined : 'answers a question that nobody asked'
}

function where({ type, conversationId, seq }: ConversationEvent): string {
  return `${type} ${seq} of ${conversationId}`
}
