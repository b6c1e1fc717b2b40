import type { CommandReply, EventsReply } from '../../protocol/api.ts'
import type { ConversationEvent } from '../../protocol/events.ts'
import type { Room, StreamFrame } from '../../protocol/frames.ts'
import type { ConversationId, MessageId, VisitorId } from '../../protocol/ids.ts'
import type { Language } from '../../protocol/language.ts'
import type { Page } from '../../protocol/messages.ts'
import { type Call, refuse, type ScriptedAnswer, type ScriptedShop, send } from './scripted-call.ts'
import { ASSISTANT, createScriptedLog, type ScriptedLog } from './scripted-log.ts'

const PAGE_SIZE = 200

/** The visitor's routes over the scripted logs. Holds back answers until the test lets them go. */
export function createConversationRoutes(shop: ScriptedShop) {
  const owners = new Map<string, string>()
  let ids = 0
  let waiting: (() => void)[] = []
  const newId = (prefix: string) => `${prefix}_${String(++ids).padStart(26, '0')}`

  function roomOf(log: ScriptedLog): Room {
    const { id } = log.conversation
    const host = new URL(shop.origin).host
    return {
      host,
      secure: false,
      party: 'conversation',
      id: `${shop.config.shop.id}.${id}`,
      token: `room-${id}`,
      expiresAt: Date.now() + 60_000,
    }
  }

  function begin(language: Language, token: string): ScriptedLog {
    // The prefix is the id's own type.
    const id = newId('cnv') as ConversationId
    const log = createScriptedLog(
      {
        id,
        phase: { name: 'assistant' },
        version: 0,
        lastSeq: 0,
        language,
        startedAt: Date.now(),
        offerDeclined: false,
        emailGiven: false,
      },
      newId,
    )
    shop.logs.set(id, log)
    owners.set(id, token)
    return log
  }

  /** The command that came before under the same client id, wherever its reply went. */
  function repeated(clientId: unknown, token: string) {
    for (const [id, log] of shop.logs) {
      if (owners.get(id) !== token) continue
      const event = log.events.find((one) => one.clientId === clientId)
      if (event) return { log, event }
    }
  }

  async function handle(call: Call): Promise<void> {
    const { response, body, url, method } = call
    const token = call.request.headers.authorization?.slice('Bearer '.length) ?? ''
    const path = url.pathname.replace(`/v1/shops/${shop.config.shop.id}`, '')
    const match = /^\/conversations(?:\/(cnv_\w+)(\/.*)?)?$/.exec(path)
    if (!match) return refuse(response, 404, 'not_found')
    if (!/^vt_[\w-]{43}$/.test(token)) return refuse(response, 401, 'unauthenticated')
    const known = repeated(body.clientId, token)
    if (known && method === 'POST') return answerCommand(call, known.log, known.event)
    const id = match[1]
    if (!id) return receive(call, begin(languageOf(body), token))
    const log = shop.logs.get(id)
    if (!log) return refuse(response, 404, 'not_found')
    if (owners.get(id) !== token) return refuse(response, 401, 'unauthenticated')
    const verb = match[2] ?? ''
    if (verb === '/events') return send(response, 200, eventsAfter(log, url))
    return verb === '/messages' ? receive(call, log) : command(call, log, verb)
  }

  function eventsAfter(log: ScriptedLog, url: URL): EventsReply {
    const after = Number(url.searchParams.get('after') ?? 0)
    const rest = log.events.filter((event) => event.seq > after)
    return {
      events: rest.slice(0, PAGE_SIZE),
      more: rest.length > PAGE_SIZE,
      conversation: log.conversation,
      live: log.live,
      room: roomOf(log),
      serverNow: Date.now(),
    }
  }

  /** A text or a wish for a person, in a conversation that may be new. */
  function receive(call: Call, log: ScriptedLog): void {
    const { body } = call
    const page = body.page as Page | undefined
    if (!log.events.length)
      log.append({
        type: 'conversation.started',
        author: VISITOR,
        language: log.conversation.language,
        ...(page && { page }),
      })
    if (typeof body.text !== 'string') {
      command(call, log, '/handoff')
      return
    }
    if (log.conversation.phase.name === 'resolved')
      log.append({ type: 'conversation.reopened', author: VISITOR })
    const event = log.append({
      type: 'message.created',
      author: VISITOR,
      clientId: String(body.clientId),
      message: { id: newId('msg') as MessageId, text: body.text, ...(page && { page }) },
    })
    answerCommand(call, log, event)
    if (log.conversation.phase.name === 'assistant') void answer(log, event)
  }

  function command(call: Call, log: ScriptedLog, verb: string): void {
    const stamp = { author: VISITOR, clientId: String(call.body.clientId) }
    const before = log.events.length
    const phase = log.conversation.phase.name
    if (verb === '/handoff' && phase !== 'waiting' && phase !== 'teammate')
      requestPerson(log, stamp)
    if (verb === '/handoff/decline') log.append({ type: 'handoff.declined', ...stamp })
    if (verb === '/handoff/cancel') log.append({ type: 'handoff.cancelled', ...stamp })
    const rated = /^\/messages\/(msg_\w+)\/rating$/.exec(verb)?.[1]
    if (rated)
      log.append({
        type: 'message.rated',
        ...stamp,
        messageId: rated as MessageId,
        rating: call.body.rating === 'up' ? 'up' : 'down',
      })
    if (verb === '/email') log.conversation = { ...log.conversation, emailGiven: true }
    send(call.response, 200, replyOf(log, log.events.slice(before)))
  }

  function requestPerson(log: ScriptedLog, stamp: { author: typeof VISITOR; clientId?: string }) {
    const said = log.events.flatMap((event) => (event.type === 'message.created' ? [event] : []))
    const question = said.findLast((event) => event.author.kind === 'visitor')?.message.text
    const item = shop.items.find((one) => one.code === log.conversation.page?.itemCode)
    log.append({
      type: 'handoff.requested',
      ...stamp,
      reason: 'asked',
      passedOn: {
        ...(question && { question }),
        ...(item && { item: { code: item.code, title: item.title } }),
        messageCount: said.length,
      },
      teammatesAround: shop.around,
    })
  }

  function replyOf(log: ScriptedLog, events: ConversationEvent[]): CommandReply {
    return { conversation: log.conversation, events, room: roomOf(log) }
  }

  /** As a stream of frames when it is asked for, else as JSON once all is said. */
  function answerCommand(call: Call, log: ScriptedLog, event: ConversationEvent): void {
    const events = log.events.filter((one) => one.seq >= event.seq || one.seq < 2)
    if (!call.request.headers.accept?.includes('text/event-stream')) {
      send(call.response, 200, replyOf(log, events))
      return
    }
    const { response } = call
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    const write = (frame: StreamFrame) => response.write(`data: ${JSON.stringify(frame)}\n\n`)
    write({ type: 'open', conversation: log.conversation, room: roomOf(log) })
    response.write(': awake\n\n')
    for (const one of events) write({ type: 'event', event: one })
    if (log.live) write({ type: 'delta', ...log.live, offset: 0 })
    const question = event.type === 'message.created' ? event.message.id : undefined
    const end = () => {
      if (response.writableEnded) return
      log.listeners.delete(listen)
      write({ type: 'done', conversation: log.conversation })
      response.end()
    }
    const listen: Parameters<typeof log.listeners.add>[0] = (frame) => {
      if (frame.type === 'event' || frame.type === 'delta' || frame.type === 'dropped') write(frame)
      if (isSettled(log, question)) queueMicrotask(end)
    }
    if (isSettled(log, question)) end()
    else log.listeners.add(listen)
    response.on('close', () => log.listeners.delete(listen))
  }

  /** Streams the next scripted answer in pieces, then commits it. */
  async function answer(log: ScriptedLog, event: ConversationEvent): Promise<void> {
    if (event.type !== 'message.created') return
    const script: ScriptedAnswer = shop.answers.shift() ?? {
      text: 'I don’t have that in the shop’s notes.',
    }
    const answers = event.message.id
    const version = log.conversation.version
    if (script.handsOff) return requestPerson(log, { author: VISITOR })
    if (script.fails) {
      log.append({
        type: 'answer.failed',
        author: ASSISTANT,
        answers,
        code: 'assistant_unavailable',
      })
      return void log.append({
        type: 'handoff.offered',
        author: ASSISTANT,
        reason: 'assistant_failed',
      })
    }
    const messageId = newId('msg') as MessageId
    let offset = 0
    for (const [index, text] of (script.text.match(/\S+\s*/g) ?? []).entries()) {
      if (index === script.holdAfter) await new Promise<void>((go) => waiting.push(go))
      if (log.conversation.version !== version) return
      log.live = { messageId, answers, version, text: script.text.slice(0, offset + text.length) }
      log.tell({ type: 'delta', messageId, answers, version, offset, text })
      offset += text.length
      await new Promise((go) => setImmediate(go))
    }
    log.live = null
    log.skip()
    log.append({
      type: 'message.created',
      author: ASSISTANT,
      cause: event.seq,
      message: {
        id: messageId,
        text: script.text,
        answers,
        citations: script.citations ?? [],
        items: script.items ?? [],
      },
    })
    if (script.offers) log.append({ type: 'handoff.offered', author: ASSISTANT, reason: 'unsure' })
  }

  return {
    handle,
    release() {
      for (const go of waiting) go()
      waiting = []
    },
  }
}

const VISITOR = { kind: 'visitor', id: `vis_${'0'.repeat(26)}` as VisitorId } as const

function languageOf(body: Record<string, unknown>): Language {
  return body.language === 'de' || body.language === 'fr' || body.language === 'es'
    ? body.language
    : 'en'
}

function isSettled(log: ScriptedLog, question: MessageId | undefined): boolean {
  if (log.conversation.phase.name !== 'assistant') return true
  return log.events.some(
    (event) =>
      (event.type === 'answer.failed' && event.answers === question) ||
      (event.type === 'message.created' &&
        'answers' in event.message &&
        event.message.answers === question),
  )
}
