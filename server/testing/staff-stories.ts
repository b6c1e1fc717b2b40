import type * as v from 'valibot'
import { InboxReply, SessionReply, StaffEventsReply, StaffReply } from '../../protocol/api.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { Transcript } from './transcript.ts'

/** How a conversation stands when a story comes to it; each begins with one question. */
export type Told = 'answered' | 'waiting' | 'held by Ivo' | 'being answered'

/** What a story needs of a server besides its routes. */
export type StaffWorld = Transcript & {
  /** What every request of an inbox sends. */
  own: Record<string, string>
  email: string
  password: string
  /** Of Marta, who never signed in. */
  linkToken: string
  /** What Marta's inbox sends once she is signed in. */
  enter(): Promise<Record<string, string>>
  /** The longer ago, the earlier it is told. */
  tell(told: Told): Promise<ConversationId>
  /** The shopper writes on. */
  write(id: ConversationId): Promise<void>
}

let commands = 0
const command = (more: object = {}) => ({ clientId: `command-${1000 + ++commands}`, ...more })

/** What Marta does in her inbox. */
async function martaOf(world: StaffWorld) {
  const headers = await world.enter()
  const get = (path: string, schema: v.GenericSchema) =>
    world.call('GET', path, { headers, schema })
  const post = (id: string, verb: string, body: unknown, schema?: v.GenericSchema) =>
    world.call('POST', `/inbox/conversations/${id}/${verb}`, {
      headers,
      body,
      ...(schema && { schema }),
    })
  return {
    headers,
    list: (query: string) => get(`/inbox/conversations?${query}`, InboxReply),
    events: (id: string, after: number | string = 0) =>
      get(`/inbox/conversations/${id}/events?after=${after}`, StaffEventsReply),
    read: (id: string, seq: unknown) => post(id, 'read', { seq }),
    does: (id: string, verb: string, body: unknown) => post(id, verb, body, StaffReply),
  }
}

type Story = (world: StaffWorld) => Promise<void>

/** Whatever an inbox may ask, told once for every server that answers it. */
export const STAFF_STORIES: [string, Story][] = [
  [
    'who is not signed in gets no further than the door',
    async (world) => {
      const id = await world.tell('waiting')
      const { own: headers } = world
      await world.call('GET', '/session', { headers })
      await world.call('GET', '/inbox/conversations?view=all', { headers })
      await world.call('GET', `/inbox/conversations/${id}/events`, { headers })
      const body = command({ version: 1 })
      await world.call('POST', `/inbox/conversations/${id}/takeover`, { headers, body })
    },
  ],
  [
    'a session begins with the right password, and ends',
    async (world) => {
      const { headers } = await martaOf(world)
      const { own, email, password } = world
      const signIn = (body: object) =>
        world.call('POST', '/session', { headers: own, body, schema: SessionReply })
      await signIn({ email, password: `${password}, not` })
      await signIn({ email: 'nobody@marlow.shop', password })
      await signIn({ email })
      await signIn({ email, password })
      await world.call('GET', '/session', { headers, schema: SessionReply })
      await world.call('DELETE', '/session', { headers })
    },
  ],
  [
    'a link is good for one name and password',
    async (world) => {
      const { own, linkToken: token, password } = world
      const spend = (body: object) =>
        world.call('POST', '/session/link', { headers: own, body, schema: SessionReply })
      await spend({ token: 'a-link-that-was-spent-long-ago-123', name: 'Marta', password })
      await spend({ token, name: 'Marta', password: 'too short' })
      await spend({ token, name: ' ', password })
      await spend({ token, password })
      await spend({ token, name: 'Marta', password })
      await spend({ token, name: 'Marta', password })
    },
  ],
  [
    'who waits longest comes first, everything else newest first',
    async (world) => {
      const first = await world.tell('waiting')
      await world.tell('held by Ivo')
      const mine = await world.tell('answered')
      await world.tell('waiting')
      await world.tell('waiting')
      const resolved = await world.tell('answered')
      await world.tell('being answered')
      await world.write(first)
      const marta = await martaOf(world)
      await marta.does(mine, 'takeover', command({ version: 0 }))
      await marta.does(resolved, 'resolve', command({ version: 0 }))
      for (const view of ['needs_person', 'mine', 'all', 'resolved', 'none'])
        await marta.list(`view=${view}`)
      await marta.list('')
      await marta.list('view=all&cursor=here')
    },
  ],
  [
    'a thread is read from where one stood, and its mark only moves forward',
    async (world) => {
      const id = await world.tell('waiting')
      await world.write(id)
      const marta = await martaOf(world)
      for (const after of [0, 3, 99, -1, 'seq']) await marta.events(id, after)
      for (const seq of [99, 2, -1, 'all']) await marta.read(id, seq)
      await marta.list('view=all')
    },
  ],
  [
    'H4, L3: a takeover is decided on what was seen, and done once',
    async (world) => {
      const id = await world.tell('waiting')
      const marta = await martaOf(world)
      await marta.does(id, 'takeover', command({ version: 0 }))
      const taken = command({ version: 1 })
      await marta.does(id, 'takeover', taken)
      await marta.does(id, 'takeover', taken)
      await marta.does(id, 'takeover', command({ version: 2 }))
      await marta.events(id)
    },
  ],
  [
    'H4, H5: what a colleague holds is theirs until it is taken on purpose',
    async (world) => {
      const [one, two] = [await world.tell('held by Ivo'), await world.tell('held by Ivo')]
      const marta = await martaOf(world)
      for (const verb of ['takeover', 'hand-back', 'resolve'])
        await marta.does(one, verb, command({ version: 0 }))
      await marta.does(one, 'replies', command({ version: 0, text: 'Hello' }))
      await marta.does(one, 'replies', command({ version: 1, text: 'Hello' }))
      await marta.does(one, 'hand-back', command({ version: 1 }))
      await marta.does(one, 'notes', command({ text: 'She is a regular.' }))
      await marta.does(one, 'takeover', command({ version: 1 }))
      await marta.does(two, 'resolve', command({ version: 1 }))
      await marta.events(one)
    },
  ],
  [
    'H5: only the holder replies and hands back',
    async (world) => {
      const id = await world.tell('answered')
      const marta = await martaOf(world)
      await marta.does(id, 'replies', command({ version: 0, text: 'Hello' }))
      await marta.does(id, 'hand-back', command({ version: 0 }))
      await marta.does(id, 'takeover', command({ version: 0 }))
      await marta.does(id, 'replies', command({ version: 0, text: 'Hello' }))
      const hello = command({ version: 1, text: '  Hello <b>there</b> ' })
      await marta.does(id, 'replies', hello)
      await marta.does(id, 'replies', hello)
      await marta.does(id, 'replies', command({ version: 1, text: ' \n ' }))
      await marta.does(id, 'replies', command({ version: 1, text: '😀'.repeat(4001) }))
      await marta.does(id, 'hand-back', command({ version: 1 }))
      await marta.does(id, 'hand-back', command({ version: 2 }))
      await marta.events(id)
    },
  ],
  [
    'H6, H7: a note is taken always; what is resolved stays so until the shopper writes',
    async (world) => {
      const id = await world.tell('waiting')
      const marta = await martaOf(world)
      await marta.does(id, 'notes', command({ text: 'On the rail.', version: 99 }))
      await marta.does(id, 'resolve', command({ version: 0 }))
      const done = command({ version: 1 })
      await marta.does(id, 'resolve', done)
      await marta.does(id, 'resolve', done)
      await marta.does(id, 'resolve', command({ version: 2 }))
      await marta.does(id, 'notes', command({ text: 'Label sent.' }))
      await marta.does(id, 'notes', command({ text: '' }))
      await marta.does(id, 'takeover', command({ version: 2 }))
      await marta.events(id)
    },
  ],
  ...(['takeover', 'resolve'] as const).map((verb): [string, Story] => [
    `A5: ${verb} cuts what is being written`,
    async (world) => {
      const id = await world.tell('being answered')
      const marta = await martaOf(world)
      await marta.events(id)
      await marta.does(id, verb, command({ version: 0 }))
      await marta.events(id)
    },
  ]),
  [
    'what has another form, or is nowhere, is refused',
    async (world) => {
      const id = await world.tell('waiting')
      const marta = await martaOf(world)
      const bodies = [
        { version: 1 },
        { clientId: 'short', version: 1 },
        command(),
        command({ version: -1 }),
        command({ version: 1, more: 1 }),
      ]
      for (const body of bodies) await marta.does(id, 'takeover', body)
      await marta.does(id, 'replies', command({ version: 1 }))
      await marta.does(id, 'notes', command())
      for (const nowhere of [`cnv_${'0'.repeat(26)}`, 'none']) {
        await marta.events(nowhere)
        await marta.does(nowhere, 'takeover', command({ version: 1 }))
        await marta.read(nowhere, 1)
      }
    },
  ],
]
