import * as v from 'valibot'
import { type EventsReply, PostMessage, StartConversation } from '../../protocol/api.ts'
import type { Conversation } from '../../protocol/conversations.ts'
import type { NewEvent } from '../../protocol/events.ts'
import type { Room } from '../../protocol/frames.ts'
import { ClientId, type VisitorId, VisitorToken } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/language.ts'
import { checkedText } from '../../server/conversations/messages/checked-text.ts'
import { withCleanPage } from '../../server/conversations/messages/with-clean-page.ts'
import { AppError } from '../../server/core/app-error.ts'
import { newId } from '../../server/core/new-id.ts'
import { valid } from '../../server/testing/valid.ts'
import { createScriptedAnswers } from './scripted-answers.ts'
import { absent, type Call, type ScriptedAnswer, type ScriptedShop, send } from './scripted-call.ts'
import { commandDrafts, requestPerson } from './scripted-commands.ts'
import { createScriptedLog, type ScriptedLog } from './scripted-log.ts'
import { reply, replyToMessage } from './scripted-replies.ts'

const PAGE_SIZE = 200
const UNSCRIPTED: ScriptedAnswer = { text: 'I don’t have that in the shop’s notes.' }

type Owner = { token: string; visitorId: VisitorId; firstAct: string }

/** The visitor's routes over the scripted logs; `server/testing/scripted-visitor-routes.test.ts` holds them to the real ones. */
export function createConversationRoutes(shop: ScriptedShop) {
  const answers = createScriptedAnswers()
  const owners = new Map<string, Owner>()
  const ownedBy = (token: string) =>
    [...owners].filter(([id, owner]) => owner.token === token && shop.logs.has(id))

  async function handle(call: Call): Promise<void> {
    const path = call.url.pathname.replace(`/v1/shops/${shop.config.shop.id}`, '')
    const [found, id, verb = ''] = /^\/conversations(?:\/(\w+)(\/.*)?)?$/.exec(path) ?? []
    if (!found) throw absent()
    const token = call.request.headers.authorization?.slice('Bearer '.length)
    if (!v.is(VisitorToken, token)) throw unknownVisitor()
    if (id === undefined) return begin(call, token)
    const [known] = ownedBy(token)
    if (!known) throw unknownVisitor()
    const log = owners.get(id)?.token === token ? shop.logs.get(id) : undefined
    if (!log) throw absent()
    const author = { kind: 'visitor', id: known[1].visitorId } as const
    if (verb === '/events') return send(call.response, 200, eventsAfter(log, call.url))
    if (verb === '/messages') return receive(call, log, author)
    const { clientId } = valid(v.looseObject({ clientId: ClientId }), call.body)
    if (!wasDone(log, clientId)) log.appendAll(commandDrafts(shop, log, { call, verb, author }))
    return reply(call, log, roomOf(log), clientId)
  }

  /** The first act: a text, or the wish for a person. However often it is sent, it begins one conversation. */
  function begin(call: Call, token: string): Promise<void> {
    const input = withCleanPage(valid(StartConversation, call.body))
    const { clientId, page, language = shop.config.shop.language } = input
    const owned = ownedBy(token)
    const [id] = owned.find(([, owner]) => owner.firstAct === clientId) ?? []
    const begun = id && shop.logs.get(id)
    if (begun) return replyToMessage(call, begun, roomOf(begun), clientId)
    if ('text' in input) checkedText(input.text)
    const visitorId = owned[0]?.[1].visitorId ?? newId('vis')
    const author = { kind: 'visitor', id: visitorId } as const
    const log = createScriptedLog(emptyConversation(language), newId)
    shop.logs.set(log.conversation.id, log)
    owners.set(log.conversation.id, { token, visitorId, firstAct: clientId })
    const where = { language, ...(page && { page }) }
    const started: NewEvent = { type: 'conversation.started', author, ...where }
    if ('text' in input) take(log, input, author, [started])
    else log.appendAll([started, requestPerson(shop, log, { author, clientId }, input)])
    return replyToMessage(call, log, roomOf(log), clientId)
  }

  function receive(call: Call, log: ScriptedLog, author: VisitorAuthor): Promise<void> {
    const input = withCleanPage(valid(PostMessage, call.body))
    checkedText(input.text)
    if (!wasDone(log, input.clientId)) take(log, input, author)
    return replyToMessage(call, log, roomOf(log), input.clientId)
  }

  /** Writes a visitor's message with what follows from it at once, and lets the owed answer take its turn. */
  function take(
    log: ScriptedLog,
    { clientId, text, page }: PostMessage,
    author: VisitorAuthor,
    before: NewEvent[] = [],
  ): void {
    const { name } = log.conversation.phase
    const reopens = name === 'resolved'
    const message = { id: newId('msg'), text, ...(page && { page }) }
    const drafts: NewEvent[] = [
      ...before,
      ...(reopens ? [{ type: 'conversation.reopened', author } as const] : []),
      { type: 'message.created', author, clientId, message },
    ]
    if (!reopens && name !== 'assistant') return void log.appendAll(drafts)
    const script = shop.answers.shift() ?? UNSCRIPTED
    if (script.handsOff) {
      const requested = requestPerson(shop, log, { author }, { page, text })
      return void log.appendAll([...log.cut(), ...drafts, 'hidden', requested])
    }
    const asked = log.appendAll(drafts).find((event) => event.clientId === clientId)
    if (asked?.type === 'message.created') answers.enqueue(log, asked, script)
  }

  function eventsAfter(log: ScriptedLog, url: URL): EventsReply {
    const after = url.searchParams.get('after') ?? '0'
    if (!/^\d{1,15}$/.test(after)) throw new AppError('body_malformed', 'After which seq?')
    const rest = log.events.filter((event) => event.seq > Number(after))
    return {
      events: rest.slice(0, PAGE_SIZE),
      more: rest.length > PAGE_SIZE,
      conversation: log.conversation,
      live: log.live,
      room: roomOf(log),
      serverNow: Date.now(),
    }
  }

  function roomOf({ conversation: { id } }: ScriptedLog): Room {
    return {
      host: new URL(shop.origin).host,
      secure: false,
      party: 'conversation',
      id: `${shop.config.shop.id}.${id}`,
      token: `room-${id}`,
      expiresAt: Date.now() + 60_000,
    }
  }

  return { handle, release: answers.release }
}

type VisitorAuthor = { kind: 'visitor'; id: VisitorId }

const wasDone = (log: ScriptedLog, clientId: string) =>
  log.events.some((event) => event.clientId === clientId)

function unknownVisitor(): AppError {
  return new AppError('unauthenticated', 'Who are you?')
}

function emptyConversation(language: Language): Conversation {
  return {
    id: newId('cnv'),
    phase: { name: 'assistant' },
    version: 0,
    lastSeq: 0,
    language,
    startedAt: Date.now(),
    offerDeclined: false,
    emailGiven: false,
  }
}
