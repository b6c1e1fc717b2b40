import type { PublicFace } from '../../../../protocol/authors.ts'
import type { ShopId } from '../../../../protocol/ids.ts'
import type { History } from '../history.ts'
import type { Random } from '../random.ts'
import type { StoredShop } from '../stored-shop.ts'
import { actAsClient } from './act-as-client.ts'
import type { Fault } from './faults.ts'
import type { ModelInbox } from './model-inbox.ts'
import { createModelPeople } from './model-people.ts'
import { createModelRooms } from './model-rooms.ts'
import { createModelServer } from './model-server.ts'
import type { ModelViewer } from './model-viewer.ts'
import { MODEL_TEAM } from './people.ts'

const SHOPS: ShopId[] = ['demo', 'other']
const DRAIN_ROUNDS = 12
const ANSWERS_A_ROUND = 60

/** Everything of a model run, and what may happen to it next. */
export type ModelWorld = {
  act(): void
  deliver(): void
  /** The server goes on: an answer, a publish, a sync. */
  work(): void
  crashServer(): void
  crashRooms(): void
  reconnect(): void
  reload(): void
  drain(): void
  stored(): StoredShop[]
}

export function createModelWorld(options: {
  history: History
  random: Random
  fault: Fault | undefined
}): ModelWorld {
  const { history, random, fault } = options
  const inboxes: ModelInbox[] = []
  const viewers: ModelViewer[] = []
  const server = createModelServer({ random, fault, around })
  const rooms = createModelRooms({ server, random, fault, viewers, inboxes })
  const deps = { ...options, server, viewers, inboxes, roomMemory: rooms.memory }
  const people = createModelPeople(deps, SHOPS)
  const clients = [...people.visitors, ...people.teammates]
  let pid = 1
  history.add({ kind: 'server', change: 'started', pid })

  function around(shop: ShopId): PublicFace[] {
    const team = MODEL_TEAM[shop] ?? []
    if (fault === 'claims_that_somebody_is_there') return team
    return team.filter(({ id }) => inboxes.some((inbox) => inbox.by === id))
  }

  function cutSockets(): void {
    for (const end of [...viewers, ...inboxes]) end.cut()
  }

  function deliverAll(): void {
    while ([...clients, ...viewers, ...inboxes].some((end) => end.step())) {}
  }

  function drainOnce(): void {
    for (const end of [...viewers, ...inboxes]) if (!end.isConnected()) end.connect()
    for (const client of clients) client.resend()
    server.sync()
    deliverAll()
    for (let n = 0; n < ANSWERS_A_ROUND; n++) server.answer()
    server.sync()
    rooms.publishAll()
    deliverAll()
  }

  function noteScreens(): void {
    for (const { screen } of viewers) screen.note()
    for (const inbox of inboxes) inbox.note()
    for (const client of people.visitors) {
      const id = client.conversationId()
      if (!id) continue
      const fresh = people.openFreshViewer(client, id)
      while (fresh.step()) {}
      fresh.screen.note(true)
    }
  }

  return {
    act() {
      const client = random.pick(clients)
      if (client) actAsClient({ random, server, rooms, people }, client)
    },
    deliver: () => void random.pick([...clients, ...viewers, ...inboxes])?.step(),
    work() {
      random.pick([server.answer, rooms.publish])?.()
      if (random.chance(0.05)) server.sync()
      rooms.stream()
    },
    crashServer() {
      history.add({ kind: 'server', change: 'killed', pid })
      history.add({ kind: 'server', change: 'ended', pid })
      server.crash()
      rooms.serverCrashed()
      history.add({ kind: 'server', change: 'started', pid: ++pid })
      for (const client of clients) client.cut()
      cutSockets()
    },
    crashRooms() {
      rooms.crash()
      cutSockets()
    },
    reconnect() {
      random.pick([...viewers, ...inboxes].filter((end) => !end.isConnected()))?.connect()
    },
    reload() {
      const client = random.pick(people.visitors)
      const id = client?.conversationId()
      const old = client && id && people.viewerOf(client, id)
      if (!client || !old) return
      viewers.splice(viewers.indexOf(old), 1)
      people.openViewer(client, id)
    },
    drain() {
      for (let round = 0; round < DRAIN_ROUNDS; round++) drainOnce()
      noteScreens()
    },
    stored: () => SHOPS.map(rooms.stored),
  }
}
