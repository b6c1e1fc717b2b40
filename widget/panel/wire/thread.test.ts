import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EventsReply } from '../../../protocol/api.ts'
import type { Conversation } from '../../../protocol/conversations.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { DeltaFrame, LiveAnswer, StreamFrame } from '../../../protocol/frames.ts'
import { createScriptedLog, type EventDraft } from '../../testing/scripted-log.ts'
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
const MARTA = { kind: 'teammate', id: 'tmt_1', name: 'Marta', initials: 'M' } as const
const QUESTION: EventDraft = {
  type: 'message.created',
  author: VISITOR,
  message: { id: 'msg_q', text: 'Any damage?' },
}
const ANSWER: EventDraft = {
  type: 'message.created',
  author: { kind: 'assistant', id: 'assistant' },
  message: { id: 'msg_a', text: 'One mend.', answers: 'msg_q', citations: [], items: [] },
}
const TAKEOVER: EventDraft = { type: 'conversation.taken_over', author: MARTA, teammate: MARTA }
const HAND_BACK: EventDraft = { type: 'conversation.handed_back', author: MARTA, teammate: MARTA }

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

const append = (draft: EventDraft) => server.append(draft)
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

  it('folds no event twice that a snapshot has told of', () => {
    const events = [append(QUESTION), append(TAKEOVER), append(HAND_BACK)]
    thread.receive(open())
    for (const event of events) thread.receive(frame(event))
    expect(conversation()).toEqual(server.conversation)
    expect(conversation()?.version).toBe(2)
  })

  it('keeps the newer phase when an older snapshot comes late', () => {
    const question = append(QUESTION)
    const early = open()
    thread.receive(early)
    thread.receive(frame(question))
    thread.receive(frame(append(TAKEOVER)))
    thread.receive(early)
    expect(conversation()?.phase.name).toBe('teammate')
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

  it('of an older version is ignored, and goes when the version rises', () => {
    thread.receive(delta('One'))
    thread.receive(frame(append(TAKEOVER)))
    expect(text()).toBeUndefined()
    thread.receive(delta('One mend'))
    expect(text()).toBeUndefined()
  })

  it('goes when a later reply does not name it, but not when it began after that was asked for', () => {
    thread.receive(delta('One'))
    thread.receiveReply(reply(null, 1), null)
    expect(text()).toBe('One')
    thread.receiveReply(reply(null, 1), state.live.get())
    expect(text()).toBeUndefined()
  })

  it('of a failed question goes as well', () => {
    thread.receive(delta('One'))
    const failed = {
      type: 'answer.failed',
      author: ANSWER.author,
      answers: 'msg_q',
      code: 'assistant_too_slow',
    } as const
    thread.receive(frame(append(failed)))
    expect(text()).toBeUndefined()
  })
})

it('ends as the server has it, from any mixture of wires, orders and repeats', () => {
  const drafts = [QUESTION, ANSWER, TAKEOVER, HAND_BACK]
  const story = fc.array(fc.constantFrom(...drafts.keys()), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat(1000)), (numbers, dice) => {
      const log = createScriptedLog(EMPTY, (prefix) => `${prefix}_${++ids}`)
      const mine = {
        thread: createAtom<ReturnType<ConversationState['thread']['get']>>({
          conversation: null,
          events: [],
        }),
        live: createAtom<LiveAnswer | null>(null),
      }
      const receiver = createThread(mine, () => {})
      for (const number of numbers) {
        const draft = drafts[number]
        if (draft) log.append(draft)
        if ((dice.next().value ?? 0) % 3 === 0) log.skip()
        const event = log.events[(dice.next().value ?? 0) % log.events.length]
        const roll = (dice.next().value ?? 0) % 4
        if (roll === 0 && event) receiver.receive(frame(event))
        if (roll === 1)
          receiver.receive({ type: 'open', conversation: log.conversation, room: {} as never })
        if (roll === 2 && event)
          receiver.receiveResult({
            conversation: log.conversation,
            events: [event],
            room: {} as never,
          })
      }
      const rest = log.events.filter((event) => event.seq > receiver.cursor())
      receiver.receiveReply(
        {
          events: rest,
          more: false,
          conversation: log.conversation,
          live: null,
          room: {} as never,
          serverNow: 0,
        },
        null,
      )
      expect(mine.thread.get().events.map(({ id }) => id)).toEqual(log.events.map(({ id }) => id))
      expect(mine.thread.get().conversation).toEqual(log.conversation)
    }),
  )
})
