import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conversation } from '../conversations.ts'
import { AUDIENCE_OF, type ConversationEvent } from '../events.ts'
import type { DeltaFrame, LiveAnswer } from '../frames.ts'
import type { MessageId } from '../ids.ts'
import { applyEvent } from './apply-event.ts'
import { mayView, type Viewer } from './audience.ts'
import { followConversation, type LogPage } from './follow-conversation.ts'
import { settledQuestion } from './settled-question.ts'

type Frame =
  | { type: 'event'; event: ConversationEvent }
  | { type: 'dropped'; messageId: MessageId }
  | DeltaFrame

const SEQ_BEFORE = {
  visitor: (event: ConversationEvent) => event.prev,
  staff: (event: ConversationEvent) => event.seq - 1,
}
const VISITOR = { kind: 'visitor', id: 'vis_1' }
const ASSISTANT = { kind: 'assistant', id: 'assistant' }
const MARTA = { kind: 'teammate', id: 'tmt_1', name: 'Marta', initials: 'M' }
/** Two units a character, so that pieces end in the middle of one. */
const WORDS = '🧵🧶👗'

/** A conversation as its server has it: the log, what streams, and all that it told, in order. */
function openServer() {
  const log: ConversationEvent[] = []
  const told: Frame[] = []
  const texts = new Map<MessageId, string>()
  let conversation: Conversation = {
    id: 'cnv_1',
    phase: { name: 'assistant' },
    version: 0,
    lastSeq: 0,
    language: 'en',
    startedAt: 0,
    offerDeclined: false,
    emailGiven: false,
  }
  let live: LiveAnswer | null = null
  let asked: MessageId[] = []
  let made = 0
  const newId = (): MessageId => `msg_${++made}`

  function append(type: ConversationEvent['type'], author: object, payload: object = {}): void {
    const prev = log.findLast(({ audience }) => audience === 'everyone')?.seq ?? 0
    const seq = log.length + 1
    const audience = AUDIENCE_OF[type]
    // What the fold looks at, and no more.
    const event = {
      id: `evt_${seq}`,
      seq,
      prev,
      type,
      audience,
      author,
      ...payload,
    } as ConversationEvent
    log.push(event)
    conversation = applyEvent(conversation, event)
    told.push({ type: 'event', event })
  }
  function settle(text: LiveAnswer, cut: object): void {
    const { messageId: id, answers } = text
    append('message.created', ASSISTANT, { message: { id, text: text.text, answers, ...cut } })
    asked = asked.filter((question) => question !== answers)
    live = null
  }
  function moveTo(type: 'conversation.taken_over' | 'conversation.handed_back'): void {
    if (live) settle(live, { cut: true })
    append(type, MARTA, { teammate: MARTA })
    asked = []
  }

  const steps = {
    asks() {
      const id = newId()
      append('message.created', VISITOR, { message: { id, text: 'Any damage?' } })
      if (conversation.phase.name === 'assistant') asked.push(id)
    },
    writes() {
      const answers = asked[0]
      if (!answers) return
      live ??= { messageId: newId(), answers, version: conversation.version, text: '' }
      const { messageId, version, text: known } = live
      const text = WORDS.repeat(4).slice(known.length, known.length + 1 + (told.length % 4))
      live = { ...live, text: known + text }
      texts.set(messageId, live.text)
      told.push({ type: 'delta', messageId, answers, version, offset: known.length, text })
    },
    drops() {
      if (live) told.push({ type: 'dropped', messageId: live.messageId })
      live = null
    },
    answers: () => void (live && settle(live, {})),
    fails() {
      const answers = asked.shift()
      if (answers) steps.drops()
      if (answers) append('answer.failed', ASSISTANT, { answers, code: 'assistant_unavailable' })
    },
    notes: () => append('note.created', MARTA, { note: { id: 'nte_1', text: '' } }),
    takes: () => moveTo('conversation.taken_over'),
    returns: () => moveTo('conversation.handed_back'),
  }
  const see = (viewer: Viewer, after: number) =>
    log.filter(({ seq, audience }) => seq > after && mayView(viewer, audience))
  return {
    steps,
    told,
    texts,
    see,
    page: (viewer: Viewer, after: number): LogPage<Conversation> => {
      const lastSeq = see(viewer, 0).at(-1)?.seq ?? 0
      return {
        events: see(viewer, after),
        more: false,
        conversation: { ...conversation, lastSeq },
        live,
      }
    },
  }
}

/** Two wires that each tell all in order, at their own pace; what comes out of order; and pages, late. */
type Happening = 'server' | 'stream' | 'room' | 'stray' | 'ask' | 'look' | 'arrive'
const HAPPENINGS: Happening[] = ['server', 'stream', 'room', 'stray', 'ask', 'look', 'arrive']
const happenings = fc.array(fc.tuple(fc.constantFrom(...HAPPENINGS), fc.nat(1000)), {
  minLength: 20,
  maxLength: 150,
})

function openViewer(server: ReturnType<typeof openServer>, viewer: Viewer) {
  const followed = followConversation<Conversation>(SEQ_BEFORE[viewer])
  const shown: ConversationEvent[] = []
  const dropped = new Set<MessageId>()
  const underWay: (() => void)[] = []
  const heard = { stream: 0, room: 0 }

  function hear(frame: Frame | undefined): void {
    if (frame?.type === 'delta') followed.takeDelta(frame)
    if (frame?.type === 'dropped') {
      followed.drop(frame.messageId)
      dropped.add(frame.messageId)
    }
    if (frame?.type === 'event' && mayView(viewer, frame.event.audience))
      shown.push(...followed.takeEvents([frame.event]))
  }
  const happen: Record<Happening, (roll: number) => void> = {
    server: (roll) => Object.values(server.steps)[roll % Object.keys(server.steps).length]?.(),
    stream: () => hear(server.told[heard.stream++]),
    room: () => hear(server.told[heard.room++]),
    stray: (roll) => hear(server.told[roll % server.told.length]),
    ask() {
      const asked = followed.live()
      const page = server.page(viewer, followed.cursor())
      underWay.push(() => shown.push(...followed.takePage(page, asked)))
    },
    look() {
      const { conversation } = server.page(viewer, 0)
      underWay.push(() => followed.takeSnapshot(conversation))
    },
    arrive: (roll) => underWay.splice(roll % underWay.length, 1)[0]?.(),
  }
  return { followed, shown, dropped, happen }
}

/** What is wrong with what stands on the screen. */
function complaintAbout(
  { followed, shown, dropped }: ReturnType<typeof openViewer>,
  { see, texts }: ReturnType<typeof openServer>,
  viewer: Viewer,
): string | undefined {
  const log = see(viewer, 0).slice(0, shown.length)
  if (shown.some((event, index) => event.seq !== log[index]?.seq)) return 'the log is another one'
  const conversation = followed.conversation()
  if (conversation && conversation.lastSeq < followed.cursor()) return 'the phase is an old one'
  const live = followed.live()
  if (!live) return
  if (!texts.get(live.messageId)?.startsWith(live.text)) return 'nobody wrote this text'
  if (dropped.has(live.messageId)) return 'this text was dropped'
  if (shown.some((event) => settledQuestion(event) === live.answers)) return 'the answer is there'
  if (live.version < (conversation?.version ?? 0)) return 'this text is of an older version'
}

test.each<Viewer>(['visitor', 'staff'])(
  'I2, I3, R6, A10, A11, L2: the screen of %s is a beginning of the log and shows no text that is over, however things come',
  (viewer) => {
    fc.assert(
      fc.property(happenings, (happened) => {
        const server = openServer()
        const page = openViewer(server, viewer)
        const { followed, shown, happen } = page
        server.steps.asks()
        for (const [what, roll] of happened) {
          happen[what](roll)
          const complaint = complaintAbout(page, server, viewer)
          if (complaint) throw new Error(complaint)
        }
        happen.ask(0)
        happen.arrive(-1)
        expect(shown).toEqual(server.see(viewer, 0))
        const { conversation, live } = server.page(viewer, 0)
        expect(followed.conversation()).toEqual(conversation)
        expect(followed.live()).toEqual(live)
        expect(followed.isMissing()).toBe(false)
      }),
      { numRuns: 300 },
    )
  },
)
