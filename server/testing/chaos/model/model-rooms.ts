import type { ConversationEvent } from '../../../../protocol/events.ts'
import type { ConversationId, ShopId, TeammateId } from '../../../../protocol/ids.ts'
import { mayView, type Viewer } from '../../../../protocol/pure/audience.ts'
import type { Random } from '../random.ts'
import type { StoredShop } from '../stored-shop.ts'
import type { Fault } from './faults.ts'
import type { ModelInbox } from './model-inbox.ts'
import type { ModelPage, ModelServer } from './model-server.ts'
import type { ModelThread } from './model-state.ts'
import type { ModelViewer } from './model-viewer.ts'
import { MODEL_TEAM } from './people.ts'

/** The wire: what the server tells, to whom, and what remains of it in the end. */
export type ModelRooms = {
  publish(): void
  publishAll(): void
  /** Streamed text, to all who watch. */
  stream(): void
  crash(): void
  serverCrashed(): void
  memory(id: ConversationId, role: Viewer): ModelPage | undefined
  markRead(teammateId: TeammateId, id: ConversationId): void
  stored(shop: ShopId): StoredShop
}

export function createModelRooms(options: {
  server: ModelServer
  random: Random
  fault: Fault | undefined
  viewers: ModelViewer[]
  inboxes: ModelInbox[]
}): ModelRooms {
  const { server, random, fault, viewers, inboxes } = options
  const published = new Map<ConversationId, number>()
  let remembered: ConversationEvent[] = []

  function unpublished(): ModelThread[] {
    if (fault === 'acknowledges_before_commit' && !server.isSynced()) return []
    const threads = [...server.state().threads.values()]
    return threads.filter(({ row }) => row.lastSeq > (published.get(row.id) ?? 0))
  }

  function publishOne(thread: ModelThread): void {
    const { row, log, shop } = thread
    const fresh = log.filter(({ seq }) => seq > (published.get(row.id) ?? 0))
    remembered.push(...fresh)
    for (const viewer of viewers) {
      const { role, conversationId, shop: home } = viewer.screen.viewer
      const leaks = fault === 'leaks_across_shops' && home !== shop && random.chance(0.05)
      if (conversationId !== row.id && !leaks) continue
      const visible = fresh.filter(
        ({ audience }) => mayView(role, audience) || fault === 'staff_event_to_visitor',
      )
      for (const event of visible) viewer.push({ type: 'event', event: structuredClone(event) })
    }
    for (const inbox of inboxes) if (inbox.shop === shop) inbox.push(row)
    published.set(row.id, row.lastSeq)
    if (fault !== 'watermark_not_raised') {
      const home = server.state().threads.get(row.id)
      if (home) home.row = { ...home.row, publishedSeq: row.lastSeq }
    }
  }

  return {
    publish() {
      const thread = random.pick(unpublished())
      if (thread) publishOne(thread)
    },
    publishAll() {
      for (const thread of unpublished()) publishOne(thread)
    },
    stream() {
      for (const viewer of viewers) {
        const { role, conversationId } = viewer.screen.viewer
        const live = server.page(conversationId, role, Number.POSITIVE_INFINITY)?.live
        if (live) viewer.push({ type: 'delta', offset: 0, ...live })
      }
    },
    crash() {
      remembered = []
    },
    serverCrashed() {
      published.clear()
      for (const { row } of server.state().threads.values()) published.set(row.id, row.publishedSeq)
    },
    memory(id, role) {
      const events = remembered.filter(
        (event) => event.conversationId === id && mayView(role, event.audience),
      )
      const page = server.page(id, role, Number.POSITIVE_INFINITY)
      return page && { ...page, events }
    },
    markRead(teammateId, conversationId) {
      const { threads, readMarks } = server.state()
      const log = threads.get(conversationId)?.log ?? []
      const read = log.filter(
        ({ type, author }) => type === 'message.created' && author.kind === 'visitor',
      ).length
      const visitorMessages = fault === 'read_mark_ahead' ? read + 1 : read
      readMarks.push({ teammateId, conversationId, seq: log.length, visitorMessages })
    },
    stored(shop) {
      const { threads, owed, readMarks } = server.state()
      const ours = [...threads.values()].filter((thread) => thread.shop === shop)
      const ids = new Set(ours.map(({ row }) => row.id))
      return {
        shop,
        conversations: ours.map(({ row }) => row),
        events: ours.flatMap(({ log }) => log),
        owed: owed.filter(({ conversationId }) => ids.has(conversationId)),
        readMarks: readMarks.filter(({ conversationId }) => ids.has(conversationId)),
        teammates: (MODEL_TEAM[shop] ?? []).map(({ id }) => ({ id, role: 'teammate' })),
        complaints: fault === 'breaks_the_index' ? ['search index: malformed'] : [],
      }
    },
  }
}
