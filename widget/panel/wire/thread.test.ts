import { beforeEach, describe, expect, it } from 'vitest'
import type { EventsReply } from '../../../protocol/api.ts'
import type { Conversation } from '../../../protocol/conversations.ts'
import type { ConversationEvent, NewEvent } from '../../../protocol/events.ts'
import type { DeltaFrame, LiveAnswer, StreamFrame } from '../../../protocol/frames.ts'
import { createScriptedLog } from '../../testing/scripted-log.ts'
import type { ConversationState } from '../model/conversation-model.ts'
import { createAtom } from '../store/atom.ts'
import { createThread } from './thread.ts'

const EMPTY = {
  id: 'cnv_1',
  phase: { name: 'assistant' },
  version: 0,
  lastSeq: 0,
  language: 'en',
  startedAt: 0,
  offerDeclined: false,
  emailGiven: false,
} as Conversation
const VISITOR = { kind: 'visitor', id: 'vis_1' } as const
const QUESTION: NewEvent = {
  type: 'message.created',
  author: VISITOR,
  message: { id: 'msg_q', text: 'Any damage?' },
}
const ANSWER: NewEvent = {
  type: 'message.created',
  author: { kind: 'assistant', id: 'assistant' },
  message: { id: 'msg_a', text: 'One mend.', answers: 'msg_q', citations: [], items: [] },
}

let ids = 0
let server = createScriptedLog(EMPTY, (prefix) => `${prefix}_${++ids}`)
let state: Pick<ConversationState, 'thread' | 'live'>
let thread: ReturnType<typeof createThread>
let seen: number[]

beforeEach(() => {
  server = createScriptedLog(EMPTY, (prefix) => `${prefix}_${++ids}`)
  state = {
    thread: createAtom<ReturnType<ConversationState['thread']['get']>>({
      conversation: null,
      events: [],
    }),
    live: createAtom<LiveAnswer | null>(null),
  }
  seen = []
  thread = createThread(state, (event) => seen.push(event.seq))
})

const append = (draft: NewEvent) => server.append(draft)
const frame = (event: ConversationEvent): StreamFrame => ({ type: 'event', event })
const open = (): StreamFrame => ({
  type: 'open',
  conversation: server.conversation,
  room: {} as never,
})
const delta = (text: string, more: Partial<DeltaFrame> = {}): DeltaFrame => ({
  type: 'delta',
  messageId: 'msg_a',
  answers: 'msg_q',
  version: 0,
  offset: 0,
  text,
  ...more,
})
const reply = (live: LiveAnswer | null, after = 0): EventsReply => ({
  events: server.events.filter((event) => event.seq > after),
  more: false,
  conversation: server.conversation,
  live,
  room: {} as never,
  serverNow: 0,
})
const conversation = () => state.thread.get().conversation
const text = () => state.live.get()?.text

describe('snapshots', () => {
  it('open gives the conversation and moves no cursor', () => {
    const question = append(QUESTION)
    thread.receive(open())
    expect(thread.cursor()).toBe(0)
    thread.receive(frame(question))
    expect(seen).toEqual([1])
  })

  it('A9: asks for a page when a stream is done before the end of the log', () => {
    const question = append(QUESTION)
    append(ANSWER)
    const done: StreamFrame = { type: 'done', conversation: server.conversation }
    expect(thread.receive(open())).toBe(false)
    expect(thread.receive(frame(question))).toBe(false)
    expect(thread.receive(done)).toBe(true)
    thread.receiveReply(reply(null, 1), null)
    expect(thread.receive(done)).toBe(false)
  })

  it('takes what is not in the log, such as a given e-mail, from a snapshot of the same seq', () => {
    append(QUESTION)
    thread.receiveReply(reply(null), null)
    server.conversation = { ...server.conversation, emailGiven: true }
    thread.receive({ type: 'done', conversation: server.conversation })
    expect(conversation()?.emailGiven).toBe(true)
  })
})

describe('live text', () => {
  beforeEach(() => {
    thread.receive(frame(append(QUESTION)))
    thread.receive(open())
  })

  it('grows with the deltas and goes when its question has got its answer', () => {
    thread.receive(delta('One'))
    thread.receive(delta(' mend', { offset: 3 }))
    expect(text()).toBe('One mend')
    thread.receive(frame(append(ANSWER)))
    expect(text()).toBeUndefined()
    thread.receive(delta('.', { offset: 8 }))
    expect(text()).toBeUndefined()
  })

  it('asks for the text when a piece is missing', () => {
    expect(thread.receive(delta('mend', { offset: 4 }))).toBe(true)
    thread.receiveReply(
      reply({ messageId: 'msg_a', answers: 'msg_q', version: 0, text: 'One mend' }, 1),
      null,
    )
    expect(text()).toBe('One mend')
  })

  it('is taken back when it is dropped, for good', () => {
    thread.receive(delta('Nonsense'))
    thread.receive({ type: 'dropped', messageId: 'msg_a' })
    thread.receive(delta('Nonsense and more'))
    expect(text()).toBeUndefined()
    thread.receive(delta('One', { messageId: 'msg_b' }))
    expect(text()).toBe('One')
  })

  it('goes when a later reply does not name it, but not when it began after that was asked for', () => {
    thread.receive(delta('One'))
    thread.receiveReply(reply(null, 1), null)
    expect(text()).toBe('One')
    thread.receiveReply(reply(null, 1), state.live.get())
    expect(text()).toBeUndefined()
  })
})
