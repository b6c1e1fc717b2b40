import * as v from 'valibot'
import { CommandReply, EventsReply, ItemReply, PassageReply } from '../../protocol/api.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { StoryAnswer } from './story-answerer.ts'
import type { Transcript } from './transcript.ts'

/** What a story needs of a server besides its routes. */
export type VisitorWorld = Transcript & {
  /** Answers to the next questions, in their order. */
  answers: StoryAnswer[]
  /** Lets go what is held back. */
  release(): void
  /** A teammate looks at the inbox. */
  comeAround(): Promise<void>
  /** What that teammate does in the conversation. */
  teammate(does: 'takeOver' | 'handBack' | 'resolve' | 'reply'): Promise<void>
}

const token = (letter: string) => ({ authorization: `Bearer vt_${letter.repeat(42)}A` })
const MINE = token('a')
const OTHERS = token('b')
const PAGE = { url: 'https://marlow.example/items/1?utm=x#top', title: 'A jacket' }

let commands = 0
const command = (more: object = {}) => ({ clientId: `command-${1000 + ++commands}`, ...more })

/** One visitor's requests, in the first conversation that they begin. */
function visitorOf({ call, stream }: VisitorWorld, headers = MINE) {
  let id = ''
  const begun = (reply: unknown) => {
    const { conversation, events } = v.parse(CommandReply, reply)
    id = conversation.id
    return events
  }
  const post = (verb: string, body: object = command()) =>
    call('POST', `/conversations/${id}/${verb}`, { headers, body, schema: CommandReply })
  return {
    id: () => id,
    begin: async (body: object) =>
      begun(await call('POST', '/conversations', { headers, body, schema: CommandReply })),
    post,
    ask: (text: string) => post('messages', command({ text })),
    streamAsk: (text: string) =>
      stream(`/conversations/${id}/messages`, { headers, body: command({ text }) }),
    events: (after: number | string = 0) =>
      call('GET', `/conversations/${id}/events?after=${after}`, { headers, schema: EventsReply }),
  }
}

type Story = (world: VisitorWorld) => Promise<void>

/** Whatever a shopper's panel may ask, told once for every server that answers it. */
export const VISITOR_STORIES: [string, Story][] = [
  [
    'L3, L6: a question is answered once, however often it is sent',
    async (world) => {
      const visitor = visitorOf(world)
      world.answers.push({ text: 'Yes, it is.' })
      const first = command({ text: 'Is it lined?', page: PAGE })
      await visitor.begin(first)
      await visitor.begin(first)
      const second = command({ text: 'And the sleeves?' })
      world.answers.push({ text: 'They are too.' })
      await visitor.post('messages', second)
      await visitor.post('messages', second)
      await visitor.events()
      await visitor.events(3)
    },
  ],
  [
    'A9: a question streams, and its repeat does too',
    async (world) => {
      world.answers.push({ text: 'Yes, it is lined with wool.', offers: true })
      const request = { headers: MINE, body: command({ text: 'Is it lined?', page: PAGE }) }
      await world.stream('/conversations', request).done
      await world.stream('/conversations', request).done
    },
  ],
  [
    'E2, E6: an offer is declined once, and there is nothing to decline without one',
    async (world) => {
      const visitor = visitorOf(world)
      world.answers.push({ text: 'I do not have that.', offers: true })
      await visitor.begin(command({ text: 'Is the lining original?' }))
      const no = command()
      await visitor.post('handoff/decline', no)
      await visitor.post('handoff/decline', no)
      await visitor.post('handoff/decline')
      await visitor.events()
    },
  ],
  [
    'A2, E5: a question that fails says so, and a person is offered',
    async (world) => {
      const visitor = visitorOf(world)
      world.answers.push({ text: '', fails: true })
      await visitor.begin(command({ text: 'Is it lined?' }))
      await visitor.streamAsk('Hello?').done
      await visitor.events()
    },
  ],
  [
    'H1, H2, H3: a person is called, once, and called off, once',
    async (world) => {
      const visitor = visitorOf(world)
      await world.comeAround()
      await visitor.begin(command({ text: 'Is it lined?' }))
      await visitor.post('handoff/cancel')
      const call = command()
      await visitor.post('handoff', call)
      await visitor.post('handoff', call)
      await visitor.post('handoff')
      await visitor.ask('Are you there?')
      await visitor.post('handoff/cancel')
      await visitor.post('handoff/cancel')
      await visitor.events()
      await visitor.ask('Then tell me the length.')
    },
  ],
  [
    'H1: a person is the first thing that is asked for, and nobody is there',
    async (world) => {
      const visitor = visitorOf(world)
      const first = command({ handoff: true, page: PAGE })
      await visitor.begin(first)
      await visitor.begin(first)
      const email = command({ email: 'hanna@lindqvist.example' })
      await visitor.post('email', email)
      await visitor.post('email', email)
      await visitor.streamAsk('The lining, mostly.').done
      await visitor.events()
    },
  ],
  [
    'E1: who asks for a person in words gets no answer',
    async (world) => {
      const visitor = visitorOf(world)
      await visitor.begin(command({ text: 'Is it lined?' }))
      world.answers.push({ text: '', handsOff: true })
      await visitor.streamAsk('Can I talk to a person?').done
      await visitor.events()
    },
  ],
  [
    'H4, H7: a teammate comes, writes, hands back and resolves; a message or a call opens it again',
    async (world) => {
      const visitor = visitorOf(world)
      await visitor.begin(command({ handoff: true }))
      await world.teammate('takeOver')
      await visitor.ask('Hello?')
      await visitor.post('handoff')
      await visitor.post('handoff/cancel')
      await world.teammate('reply')
      await world.teammate('handBack')
      await visitor.ask('Is it lined?')
      await world.teammate('resolve')
      await visitor.ask('One more thing.')
      await world.teammate('resolve')
      await visitor.post('handoff')
      await visitor.events()
    },
  ],
  ...(['takeOver', 'resolve', 'call'] as const).map((ends): [string, Story] => [
    `A4, A5: what was streamed is cut by ${ends}, and nothing comes after it`,
    async (world) => {
      const visitor = visitorOf(world)
      await visitor.begin(command({ text: 'Hello' }))
      world.answers.push({ text: 'There is one small mend.', holdAfter: 2 })
      const asked = visitor.streamAsk('Any damage?')
      await asked.text
      await visitor.events()
      if (ends === 'call') await visitor.post('handoff')
      else await world.teammate(ends)
      await asked.done
      world.release()
      await visitor.ask('Still there?')
      await visitor.events()
    },
  ]),
  [
    'A3: a second question is stored at once, and answered after the first',
    async (world) => {
      const visitor = visitorOf(world)
      await visitor.begin(command({ handoff: true }))
      await visitor.post('handoff/cancel')
      world.answers.push(
        { text: 'One small mend.', holdAfter: 1 },
        { text: 'It is of wool.', holdAfter: 0 },
      )
      const first = visitor.streamAsk('Any damage?')
      await first.text
      const second = visitor.streamAsk('And what is it made of?')
      await second.opened
      world.release()
      await first.done
      world.release()
      await second.done
      await visitor.events()
    },
  ],
  [
    'a thumb goes on an answer of the assistant’s, and on nothing else',
    async (world) => {
      const visitor = visitorOf(world)
      world.answers.push({ text: 'Yes, it is.' })
      const messages = (await visitor.begin(command({ text: 'Is it lined?' }))).flatMap(
        (event): MessageId[] => (event.type === 'message.created' ? [event.message.id] : []),
      )
      const up = command({ rating: 'up' })
      for (const id of messages) await visitor.post(`messages/${id}/rating`, up)
      await visitor.post(`messages/${messages[1]}/rating`, up)
      await visitor.post(`messages/${messages[1]}/rating`, command({ rating: 'sideways' }))
      await visitor.post('messages/msg_none/rating', command({ rating: 'up' }))
      await visitor.events()
    },
  ],
  [
    'M1, M2: text is kept to the letter or refused',
    async (world) => {
      const visitor = visitorOf(world)
      for (const text of [' \n\t ', '😀'.repeat(4001), 'half \ud83d a pair'])
        await world.call('POST', '/conversations', { headers: MINE, body: command({ text }) })
      await visitor.begin(command({ text: '  <b>kept</b>\u2028 ' }))
      await visitor.ask(' ')
      await visitor.ask('half \ud83d a pair')
    },
  ],
  [
    'a body of another form is refused',
    async (world) => {
      const visitor = visitorOf(world)
      const first = (body: object) => world.call('POST', '/conversations', { headers: MINE, body })
      await first({ text: 'No client id' })
      await first({ clientId: 'short', text: 'x' })
      await first(command({ text: 'both', handoff: true }))
      await first(command({ text: 'x', language: 'xx' }))
      await first(command({ text: 'x', more: 1 }))
      await visitor.begin(command({ text: 'Guten Tag', language: 'de' }))
      await visitor.post('messages', command())
      await visitor.post('handoff', {})
      await visitor.post('email', command({ email: 'nobody' }))
      await visitor.events('-1')
      await visitor.events('seq')
    },
  ],
  [
    'I7: who has no token, a strange one or another one finds nothing',
    async (world) => {
      const visitor = visitorOf(world)
      await visitor.begin(command({ text: 'Mine' }))
      const path = `/conversations/${visitor.id()}`
      const strangers = [
        {},
        { authorization: 'Basic x' },
        token('c'),
        { authorization: 'Bearer vt_short' },
      ]
      for (const headers of strangers) {
        await world.call('GET', `${path}/events`, { headers })
        await world.call('POST', `${path}/messages`, { headers, body: command({ text: 'Hi' }) })
      }
      await visitorOf(world, OTHERS).begin(command({ text: 'Also mine' }))
      for (const at of [path, `/conversations/cnv_${'0'.repeat(26)}`, '/conversations/none']) {
        await world.call('GET', `${at}/events`, { headers: OTHERS })
        await world.call('POST', `${at}/handoff`, { headers: OTHERS, body: command() })
      }
    },
  ],
  [
    'what is public is there, or not',
    async (world) => {
      await world.call('GET', '/items?code=none', { schema: ItemReply })
      await world.call('GET', '/passages/none', { schema: PassageReply })
      await world.call('GET', `/passages/psg_${'0'.repeat(26)}`, { schema: PassageReply })
      await world.call('GET', '/nothing')
    },
  ],
]
