import type { PostMessage } from '../../../protocol/api.ts'
import type { ConversationEvent, NewEvent } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import type { VisitorContext } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { asksForPerson } from '../../escalation/asks-for-person.ts'
import { declines } from '../../escalation/declines.ts'
import { assess } from '../handoff/assess.ts'
import { cutAnswerEvents } from '../handoff/cut-answer-events.ts'
import { escalationEvents } from '../handoff/escalation-events.ts'
import { appendEvents } from '../log/append-events.ts'
import { visitorAuthor } from '../log/authors.ts'
import { insertOwedAnswer } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

export type TakenQuestion = {
  conversation: StoredConversation
  events: ConversationEvent[]
  /** The question that the assistant owes an answer to; undefined when none is to be made. */
  owed: MessageId | undefined
}

/**
 * Writes a visitor's message into the log with what follows from it at once: a resolved conversation
 * reopens, who asks for a person is handed off without an answer, everything else that the assistant
 * hears becomes an owed answer. `before` are events that open the conversation in the same transaction.
 */
export function takeQuestion(
  tx: Database,
  ctx: VisitorContext,
  conversation: StoredConversation,
  input: PostMessage,
  before: NewEvent[] = [],
): TakenQuestion {
  const visitor = visitorAuthor(ctx)
  const message = {
    id: ctx.newId('msg'),
    text: input.text,
    ...(input.page && { page: input.page }),
  }
  const reopens = conversation.phaseName === 'resolved'
  const toAssistant = reopens || conversation.phaseName === 'assistant'
  const drafts: NewEvent[] = [
    ...before,
    ...(reopens ? [{ type: 'conversation.reopened', author: visitor } as const] : []),
    { type: 'message.created', author: visitor, clientId: input.clientId, message },
  ]
  if (!toAssistant) {
    return { ...appendEvents(tx, ctx, conversation, drafts), owed: undefined }
  }
  if (conversation.offer && declines(input.text, conversation.language)) {
    drafts.push({ type: 'handoff.declined', author: visitor })
  }
  const asks = asksForPerson(input.text, conversation.language)
  const assessment = assess(tx, conversation, { asksForPerson: asks })
  const { action } = assessment.decision
  if (action !== 'none') {
    const asked = { author: visitor, pending: message }
    const assessed = { messageId: message.id, assessment, asked }
    drafts.push(...escalationEvents(tx, ctx, conversation, assessed))
    if (action === 'hand_off') drafts.unshift(...cutAnswerEvents(ctx, conversation.id))
    return { ...appendEvents(tx, ctx, conversation, drafts), owed: undefined }
  }
  const appended = appendEvents(tx, ctx, conversation, drafts)
  insertOwedAnswer(tx, {
    conversationId: conversation.id,
    questionId: message.id,
    seq: seqOf(appended.events, message.id),
    createdAt: ctx.now(),
  })
  return { ...appended, owed: message.id }
}

function seqOf(events: ConversationEvent[], messageId: MessageId): number {
  const event = events.find((e) => e.type === 'message.created' && e.message.id === messageId)
  if (!event) throw new Error('the question was not appended')
  return event.seq
}
