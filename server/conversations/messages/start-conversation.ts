import type { StartConversation } from '../../../protocol/api.ts'
import type { NewEvent } from '../../../protocol/events.ts'
import type { ClientId } from '../../../protocol/ids.ts'
import type { Language } from '../../../protocol/language.ts'
import type { VisitorContext } from '../../core/context.ts'
import { writeTransaction } from '../../db/write-transaction.ts'
import { readSettings } from '../../shops/read-settings.ts'
import { handoffRequest } from '../handoff/handoff-request.ts'
import { appendEvents } from '../log/append-events.ts'
import { visitorAuthor } from '../log/authors.ts'
import { repeatedCommand } from '../log/command-outcome.ts'
import { findByFirstAct, insertConversation } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'
import { checkedText } from './checked-text.ts'
import { announceQuestion, type ReceivedMessage, turnOfQuestion } from './receive-message.ts'
import { takeQuestion } from './take-question.ts'

/**
 * The visitor's first act: a question, or the wish for a person. However often it is sent, it makes one
 * conversation (`unique (visitor_id, client_id)`), since a lost reply makes the widget send it again.
 */
export function startConversation(ctx: VisitorContext, input: StartConversation): ReceivedMessage {
  const text = 'text' in input ? checkedText(input.text) : undefined
  const visitor = visitorAuthor(ctx)
  const stored = writeTransaction(ctx.db, (tx) => {
    const existing = findByFirstAct(tx, visitor.id, input.clientId)
    if (existing) {
      const repeat = repeatedCommand(tx, existing, visitor, input.clientId)
      return { ...(repeat ?? { conversation: existing, events: [] }), repeated: true }
    }
    const language = input.language ?? readSettings(tx).language
    const conversation = emptyConversation(ctx, input.clientId, language)
    insertConversation(tx, conversation)
    const started: NewEvent = {
      type: 'conversation.started',
      author: visitor,
      language,
      ...(input.page && { page: input.page }),
    }
    if (text !== undefined) {
      const question = { clientId: input.clientId, text, ...(input.page && { page: input.page }) }
      return { ...takeQuestion(tx, ctx, conversation, question, [started]), repeated: false }
    }
    const onPage = { ...conversation, page: input.page ?? null }
    const requested = handoffRequest(tx, ctx, onPage, {
      author: visitor,
      clientId: input.clientId,
      reason: 'asked',
    })
    return {
      ...appendEvents(tx, ctx, conversation, [started, requested]),
      owed: undefined,
      repeated: false,
    }
  })
  if (stored.repeated) return { ...stored, answered: turnOfQuestion(ctx, stored) }
  return announceQuestion(ctx, stored)
}

/** The row before its first event. */
function emptyConversation(
  ctx: VisitorContext,
  clientId: ClientId,
  language: Language,
): StoredConversation {
  const at = ctx.now()
  return {
    id: ctx.newId('cnv'),
    visitorId: ctx.actor.visitorId,
    clientId,
    language,
    phaseName: 'assistant',
    phase: { name: 'assistant' },
    holderId: '',
    version: 0,
    lastSeq: 0,
    lastEveryoneSeq: 0,
    publishedSeq: 0,
    page: null,
    offer: null,
    offerDeclined: false,
    email: null,
    lastLine: null,
    visitorMessages: 0,
    exchanges: 0,
    unsureInARow: 0,
    startedAt: at,
    updatedAt: at,
    waitingSince: 0,
  }
}
