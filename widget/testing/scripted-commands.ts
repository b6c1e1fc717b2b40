import { GiveEmail, RateMessage, VisitorCommand } from '../../protocol/api.ts'
import type { ConversationEvent, EventOf, NewEvent } from '../../protocol/events.ts'
import type { VisitorId } from '../../protocol/ids.ts'
import type { Page } from '../../protocol/messages.ts'
import { settledQuestion } from '../../protocol/pure/settled-question.ts'
import type { Hidden } from '../../server/testing/stamp-event.ts'
import { valid } from '../../server/testing/valid.ts'
import { absent, type Call, type ScriptedShop } from './scripted-call.ts'
import type { ScriptedLog } from './scripted-log.ts'

/** What a visitor's command other than a message writes; nothing when it changes nothing. */
export function commandDrafts(
  shop: ScriptedShop,
  log: ScriptedLog,
  { call, verb, author }: { call: Call; verb: string; author: { kind: 'visitor'; id: VisitorId } },
): (NewEvent | Hidden)[] {
  const { phase, offer, emailGiven } = log.conversation
  const rated = /^\/messages\/(\w+)\/rating$/.exec(verb)?.[1]
  if (rated !== undefined) {
    const input = valid(RateMessage, call.body)
    return [{ type: 'message.rated', author, ...input, messageId: answerIn(log, rated) }]
  }
  if (verb === '/email') {
    valid(GiveEmail, call.body)
    log.conversation = { ...log.conversation, emailGiven: true }
    return emailGiven ? [] : ['hidden']
  }
  const { clientId } = valid(VisitorCommand, call.body)
  if (verb === '/handoff') {
    if (phase.name === 'waiting' || phase.name === 'teammate') return []
    const reopens = phase.name === 'resolved'
    const reopened: NewEvent[] = reopens ? [{ type: 'conversation.reopened', author }] : []
    return [...reopened, ...log.cut(), requestPerson(shop, log, { author, clientId })]
  }
  if (verb === '/handoff/decline')
    return offer ? [{ type: 'handoff.declined', author, clientId }] : []
  if (verb === '/handoff/cancel')
    return phase.name === 'waiting' ? [{ type: 'handoff.cancelled', author, clientId }] : []
  throw absent()
}

/** The call for a person. `pending` is of the same command, and not in the log yet. */
export function requestPerson(
  shop: ScriptedShop,
  log: ScriptedLog,
  head: Pick<NewEvent, 'author' | 'clientId'>,
  pending: { page?: Page | undefined; text?: string } = {},
): NewEvent {
  const asked = log.events.filter(isQuestion).length
  // Who asks in words passes on the question before.
  const question = openQuestion(log) ?? pending.text
  const { itemCode } = pending.page ?? log.conversation.page ?? {}
  const item = shop.items.find((one) => one.code === itemCode)
  return {
    type: 'handoff.requested',
    ...head,
    reason: 'asked',
    passedOn: {
      ...(question !== undefined && { question }),
      ...(item && { item: { code: item.code, title: item.title } }),
      messageCount: asked + (pending.text === undefined ? 0 : 1),
    },
    teammatesAround: shop.around,
  }
}

/** The newest that has no answer, else the newest, since a teammate resolved or wrote. */
function openQuestion({ events }: ScriptedLog): string | undefined {
  const settledAt = events.findLastIndex(
    ({ type, author }) =>
      type === 'conversation.resolved' ||
      (type === 'message.created' && author.kind === 'teammate'),
  )
  const asked = events
    .slice(settledAt + 1)
    .filter(isQuestion)
    .reverse()
  const open = asked.find(
    ({ message }) => !events.some((event) => settledQuestion(event) === message.id),
  )
  return (open ?? asked[0])?.message.text
}

function isQuestion(event: ConversationEvent): event is EventOf<'message.created'> {
  return event.type === 'message.created' && event.author.kind === 'visitor'
}

/** The id of an answer of the assistant's. */
function answerIn(log: ScriptedLog, id: string) {
  for (const event of log.events) {
    if (event.type !== 'message.created' || event.author.kind !== 'assistant') continue
    if (event.message.id === id) return event.message.id
  }
  throw absent()
}
