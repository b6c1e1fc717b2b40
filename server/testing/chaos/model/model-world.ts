import type { PublicFace } from '../../../../protocol/authors.ts'
import type { ConversationId, ShopId } from '../../../../protocol/ids.ts'
import type { History } from '../history.ts'
import type { Random } from '../random.ts'
import type { StoredShop } from '../stored-shop.ts'
import type { Fault } from './faults.ts'
import { createModelClient, type ModelClient } from './model-client.ts'
import { createModelInbox, type ModelInbox } from './model-inbox.ts'
import { createModelRooms } from './model-rooms.ts'
import { createModelServer } from './model-server.ts'
import { createModelViewer, type ModelViewer } from './model-viewer.ts'
import { MODEL_TEAM, nextTeammateAct, nextVisitorAct } from './people.ts'

const SHOPS: ShopId[] = ['demo', 'other']
const VISITORS = 3
const SAID = ['Is it wool?', ' Thanks ', 'ok', 'ok', 'And the sleeves?']

/** Everybody of a model run and what may happen to them next. */
export type ModelWorld = {
  act(): void
  deliver(): boolean
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
  const visitors: ModelClient[] = []
  const teammates: ModelClient[] = []
  let pages = 0
  let pid = 1

  const server = createModelServer({ random, fault, around })
  const rooms = createModelRooms({ server, random, fault, viewers, inboxes })
  history.add({ kind: 'server', change: 'started', pid })
  for (const shop of SHOPS) {
    for (const { id, name, initials } of MODEL_TEAM[shop] ?? []) {
      const actor = { kind: 'teammate', id, name, initials } as const
      teammates.push(join(shop, name, actor))
      const isThere = fault !== 'claims_that_somebody_is_there' && random.chance(0.8)
      if (isThere) inboxes.push(createModelInbox({ history, shop, by: id, random, server, fault }))
    }
    for (let n = 0; n < VISITORS; n++) {
      visitors.push(join(shop, `visitor ${shop} ${n}`, { kind: 'visitor', id: `vis_${shop}${n}` }))
    }
  }

  function around(shop: ShopId): PublicFace[] {
    const team = MODEL_TEAM[shop] ?? []
    if (fault === 'claims_that_somebody_is_there') return team
    return team.filter(({ id }) => inboxes.some((inbox) => inbox.by === id))
  }

  function join(shop: ShopId, name: string, actor: ModelClient['actor']): ModelClient {
    const client: ModelClient = createModelClient({
      name,
      actor,
      shop,
      history,
      random,
      server,
      fault,
      onReply(_clientId, reply) {
        if (reply.kind === 'refused') return
        const screen = viewerOf(client, reply.conversation.id)?.screen
        if (screen) screen.receiveSnapshot(reply.conversation)
        else openViewer(client, shop, reply.conversation.id)
      },
    })
    return client
  }

  function viewerOf(client: ModelClient, id: ConversationId): ModelViewer | undefined {
    return viewers.find(
      ({ screen: { viewer } }) => viewer.by === client.name && viewer.conversationId === id,
    )
  }

  function openViewer(
    { name: by, actor }: ModelClient,
    shop: ShopId,
    conversationId: ConversationId,
  ): ModelViewer {
    const role = actor.kind === 'visitor' ? 'visitor' : 'staff'
    const viewer = createModelViewer({
      history,
      random,
      fault,
      viewer: { id: `page ${++pages} of ${by}`, role, by, shop, conversationId },
      page: (after) => server.page(conversationId, role, after),
      roomMemory: () => rooms.memory(conversationId, role),
    })
    viewer.connect()
    viewers.push(viewer)
    return viewer
  }

  function actAsVisitor(client: ModelClient): void {
    const id = client.conversationId()
    const text = `${random.pick(SAID)}`
    if (!id) {
      if (!client.isSettled()) return
      const asks = random.chance(0.7)
      client.invoke(asks ? { name: 'start', text } : { name: 'start_handoff' })
      return
    }
    const name = nextVisitorAct(random)
    const says = name === 'message' ? { text } : {}
    const clientId = client.invoke({ name, conversationId: id, ...says })
    if (name === 'message') viewerOf(client, id)?.screen.echo(clientId)
  }

  function actAsTeammate(client: ModelClient, shop: ShopId): void {
    const ids = [...server.state().threads].flatMap(([id, t]) => (t.shop === shop ? [id] : []))
    const conversationId = random.pick(ids)
    if (!conversationId) return
    const viewer = viewerOf(client, conversationId) ?? openViewer(client, shop, conversationId)
    const version = viewer.screen.conversation()?.version
    if (version === undefined) return
    const name = nextTeammateAct(random)
    const text = name === 'note' || name === 'reply' ? { text: `${random.pick(SAID)}` } : {}
    client.invoke({ name, conversationId, ...text, ...(name !== 'note' && { version }) })
    if (client.actor.kind === 'teammate' && random.chance(0.3)) {
      rooms.markRead(client.actor.id, conversationId)
    }
  }

  function crash(): void {
    for (const client of [...visitors, ...teammates]) client.cut()
    cutSockets()
  }

  function cutSockets(): void {
    for (const end of [...viewers, ...inboxes]) end.cut()
  }

  function deliver(): boolean {
    return random.pick([...visitors, ...teammates, ...viewers, ...inboxes])?.step() ?? false
  }

  function deliverAll(): void {
    const ends = [...visitors, ...teammates, ...viewers, ...inboxes]
    while (ends.some((end) => end.step())) {}
  }

  return {
    act() {
      const client = random.pick([...visitors, ...teammates])
      if (!client) return
      if (!client.isSettled() && random.chance(0.7)) client.resend()
      else if (client.actor.kind === 'visitor') actAsVisitor(client)
      else actAsTeammate(client, client.shop)
    },
    deliver,
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
      crash()
    },
    crashRooms() {
      rooms.crash()
      cutSockets()
    },
    reconnect() {
      random.pick([...viewers, ...inboxes].filter((end) => !end.isConnected()))?.connect()
    },
    reload() {
      const client = random.pick(visitors)
      const id = client?.conversationId()
      const old = client && id && viewerOf(client, id)
      if (!client || !old) return
      viewers.splice(viewers.indexOf(old), 1)
      openViewer(client, client.shop, id)
    },
    drain() {
      for (let round = 0; round < 12; round++) {
        for (const end of [...viewers, ...inboxes]) if (!end.isConnected()) end.connect()
        for (const client of [...visitors, ...teammates]) client.resend()
        server.sync()
        deliverAll()
        for (let n = 0; n < 60; n++) server.answer()
        server.sync()
        rooms.publishAll()
        deliverAll()
      }
      for (const { screen } of viewers) screen.note()
      for (const client of visitors) noteFresh(client, 'visitor')
      for (const inbox of inboxes) inbox.note()
    },
    stored: () => SHOPS.map(rooms.stored),
  }

  function noteFresh(client: ModelClient, role: 'visitor'): void {
    const id = client.conversationId()
    if (!id) return
    const by = `${client.name} anew`
    const viewer = createThreadViewer(by, role, client.shop, id)
    viewer.screen.note(true)
  }

  function createThreadViewer(by: string, role: 'visitor', shop: ShopId, id: ConversationId) {
    const viewer = createModelViewer({
      history,
      random,
      fault: undefined,
      viewer: { id: by, role, by, shop, conversationId: id },
      page: (after) => server.page(id, role, after),
      roomMemory: () => server.page(id, role, 0),
    })
    viewer.connect()
    while (viewer.step()) {}
    return viewer
  }
}
