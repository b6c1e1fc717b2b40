import type { PublicFace } from '../../../../protocol/authors.ts'
import type { Conversation } from '../../../../protocol/conversations.ts'
import type { ErrorCode } from '../../../../protocol/errors.ts'
import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { LiveAnswer } from '../../../../protocol/frames.ts'
import type { ConversationId, MessageId, ShopId } from '../../../../protocol/ids.ts'
import { mayView, type Viewer } from '../../../../protocol/pure/audience.ts'
import { staffView, visitorView } from '../../../conversations/log/stored-conversation.ts'
import type { Random } from '../random.ts'
import { appendToLog } from './append-to-log.ts'
import { decide } from './decide.ts'
import type { Fault } from './faults.ts'
import {
  emptyConversation,
  type ModelRequest,
  type ModelState,
  type ModelThread,
} from './model-state.ts'

export type ModelReply =
  | { kind: 'ok'; conversation: Conversation; events: ConversationEvent[] }
  | { kind: 'refused'; code: ErrorCode }

export type ModelPage = {
  events: ConversationEvent[]
  conversation: Conversation
  live: LiveAnswer | null
}

export type ModelServer = {
  state(): ModelState
  handle(request: ModelRequest): ModelReply
  /** Undefined for a conversation that a crash took along. */
  page(id: ConversationId, role: Viewer, after: number): ModelPage | undefined
  /** One step of some answer: begun, a word further, or committed. */
  answer(): void
  /** Makes durable what was done. In a sound server that happens before anything is told. */
  sync(): void
  isSynced(): boolean
  crash(): void
}

/** The server in small: log, projection, owed answers, and one place for each fault. */
export function createModelServer(options: {
  random: Random
  fault: Fault | undefined
  /** Who of a shop has an inbox open. */
  around(shop: ShopId): PublicFace[]
}): ModelServer {
  const { random, fault } = options
  const syncsLate = fault === 'acknowledges_before_commit' || fault === 'publishes_before_commit'
  let state: ModelState = { threads: new Map(), owed: [], readMarks: [] }
  let durable = structuredClone(state)
  let isSynced = true
  let running = new Map<ConversationId, LiveAnswer>()
  const lost = new Set<MessageId>()
  let ids = 0
  let nowAt = 0

  function append(thread: ModelThread, drafts: Parameters<typeof appendToLog>[1]) {
    isSynced = !syncsLate
    const { version } = thread.row
    const events = appendToLog(thread, drafts, { createdAt: ++nowAt, fault })
    if (thread.row.phaseName !== 'assistant' && !isUnfenced(thread)) {
      state.owed = state.owed.filter((row) => row.conversationId !== thread.row.id)
    }
    if (thread.row.version > version && !isUnfenced(thread)) running.delete(thread.row.id)
    return events
  }

  function isUnfenced({ row: { phaseName } }: ModelThread): boolean {
    if (fault === 'takeover_not_fenced') return phaseName === 'teammate'
    return fault === 'speaks_while_waiting' && phaseName === 'waiting'
  }

  function threadOf({ command, actor }: ModelRequest): ModelThread | undefined {
    if (command.conversationId) return state.threads.get(command.conversationId)
    const known = [...state.threads.values()].find(({ row }) => row.clientId === command.clientId)
    if (known || actor.kind !== 'visitor') return known
    const row = emptyConversation(`cnv_${++ids}`, actor.id, command)
    const thread = { shop: command.shop, row: { ...row, startedAt: nowAt + 1 }, log: [] }
    state.threads.set(row.id, thread)
    return thread
  }

  function repeated({ log }: ModelThread, { command, actor }: ModelRequest) {
    if (fault === 'no_idempotency' && command.conversationId) return undefined
    const main = log.find(
      (event) =>
        event.author.id === actor.id &&
        (event.clientId === command.clientId ||
          (fault === 'dedupes_by_text' &&
            event.type === 'message.created' &&
            event.message.text === command.text)),
    )
    return main && log.filter(({ seq, cause }) => seq === main.seq || cause === main.seq)
  }

  function handle(request: ModelRequest): ModelReply {
    const thread = threadOf(request)
    if (!thread) return { kind: 'refused', code: 'not_found' }
    const repeat = repeated(thread, request)
    if (repeat) return reply(thread, request, repeat)
    const { row } = thread
    const { drafts, refused } = decide(row, request, {
      live: running.get(row.id),
      around: options.around(thread.shop),
      messageId: `msg_${++ids}`,
      noteId: `nte_${ids}`,
      fault,
    })
    if (refused) {
      if (fault === 'stores_what_it_refuses') append(thread, drafts)
      return { kind: 'refused', code: refused }
    }
    if (fault === 'loses_resolve' && request.command.name === 'resolve') {
      const copy = structuredClone(thread)
      return reply(copy, request, appendToLog(copy, drafts, { createdAt: nowAt, fault }))
    }
    const events = append(thread, drafts)
    if (fault === 'reorders_a_sender') swapLastTwo(thread)
    owe(thread, events)
    return reply(thread, request, events)
  }

  function owe({ row, log }: ModelThread, events: ConversationEvent[]): void {
    for (const { seq } of events) {
      const event = log[seq - 1]
      if (event?.type !== 'message.created' || event.author.kind !== 'visitor') continue
      if (row.phaseName !== 'assistant') continue
      const { createdAt } = event
      state.owed.push({ conversationId: row.id, questionId: event.message.id, seq, createdAt })
    }
  }

  function reply({ row }: ModelThread, { actor }: ModelRequest, events: ConversationEvent[]) {
    const role = actor.kind === 'visitor' ? 'visitor' : 'staff'
    const visible = events.filter(({ audience }) => mayView(role, audience))
    return { kind: 'ok', conversation: view(row, role), events: visible } as const
  }

  function commitAnswer(thread: ModelThread, live: LiveAnswer, questionSeq: number): void {
    const { messageId: id, answers, text } = live
    const message = { id, text, answers, citations: [], items: [] }
    const author = { kind: 'assistant', id: 'assistant' } as const
    if (fault !== 'two_answers_to_one_question') {
      state.owed = state.owed.filter(({ questionId }) => questionId !== answers)
    }
    append(thread, [{ type: 'message.created', author, cause: questionSeq, message }])
    running.delete(thread.row.id)
  }

  function answer(): void {
    const owed = random.pick(state.owed.filter(({ questionId }) => !lost.has(questionId)))
    const thread = owed && state.threads.get(owed.conversationId)
    if (!owed || !thread) return
    const live = running.get(thread.row.id)
    if (!live) {
      const { version } = thread.row
      const messageId: MessageId = `msg_${++ids}`
      running.set(thread.row.id, { messageId, answers: owed.questionId, version, text: 'One ' })
    } else if (random.chance(0.6)) live.text += 'word '
    else commitAnswer(thread, live, owed.seq)
  }

  return {
    state: () => state,
    handle,
    answer,
    page(id, role, after) {
      const thread = state.threads.get(id)
      if (!thread) return undefined
      return {
        events: thread.log.filter((e) => e.seq > after && mayView(role, e.audience)),
        conversation: view(thread.row, role),
        live: structuredClone(running.get(id) ?? null),
      }
    },
    sync() {
      durable = structuredClone(state)
      isSynced = true
    },
    isSynced: () => isSynced,
    crash() {
      if (syncsLate) state = structuredClone(durable)
      isSynced = true
      running = new Map()
      if (fault === 'forgets_owed_answers') {
        for (const { questionId } of state.owed) lost.add(questionId)
      }
    },
  }
}

function view(row: ModelThread['row'], role: Viewer): Conversation {
  return role === 'staff' ? staffView(row) : visitorView(row)
}

/** As if the later of two messages had been written first. */
function swapLastTwo({ log }: ModelThread): void {
  const [one, two] = log.slice(-2)
  if (one?.type !== 'message.created' || two?.type !== 'message.created') return
  if (one.author.id !== two.author.id || one.author.kind !== 'visitor') return
  const { message, clientId, id } = one
  Object.assign(one, { message: two.message, clientId: two.clientId, id: two.id })
  Object.assign(two, { message, clientId, id })
}
