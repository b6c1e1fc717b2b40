import type { ConversationId, ShopId } from '../../../../protocol/ids.ts'
import type { Viewer } from '../../../../protocol/pure/audience.ts'
import type { History, ThreadViewer } from '../history.ts'
import type { Random } from '../random.ts'
import type { Fault } from './faults.ts'
import { createModelClient, type ModelClient } from './model-client.ts'
import { createModelInbox, type ModelInbox } from './model-inbox.ts'
import type { ModelPage, ModelServer } from './model-server.ts'
import { createModelViewer, type ModelViewer } from './model-viewer.ts'
import { MODEL_TEAM } from './people.ts'

const VISITORS_A_SHOP = 3

/** Who plays along: clients that command, pages that show, lists that light up. */
export type ModelPeople = {
  visitors: ModelClient[]
  teammates: ModelClient[]
  viewerOf(client: ModelClient, id: ConversationId): ModelViewer | undefined
  openViewer(client: ModelClient, id: ConversationId): ModelViewer
  /** A page that loads the thread anew, beside all the others and without a fault of its own. */
  openFreshViewer(client: ModelClient, id: ConversationId): ModelViewer
}

export type PeopleDeps = {
  history: History
  random: Random
  fault: Fault | undefined
  server: ModelServer
  viewers: ModelViewer[]
  inboxes: ModelInbox[]
  roomMemory(id: ConversationId, role: Viewer): ModelPage | undefined
}

export function createModelPeople(deps: PeopleDeps, shops: ShopId[]): ModelPeople {
  const { random, fault, viewers } = deps
  let pages = 0

  function viewerOf({ name }: ModelClient, id: ConversationId): ModelViewer | undefined {
    return viewers.find(
      ({ screen: { viewer } }) => viewer.by === name && viewer.conversationId === id,
    )
  }

  function openViewer(client: ModelClient, id: ConversationId): ModelViewer {
    const label = `page ${++pages} of ${client.name}`
    const viewer = connectViewer(deps, threadOf(client, id, label), fault)
    viewers.push(viewer)
    return viewer
  }

  function join(shop: ShopId, name: string, actor: ModelClient['actor']): ModelClient {
    const client: ModelClient = createModelClient({
      ...deps,
      name,
      actor,
      shop,
      onReply(reply) {
        if (reply.kind === 'refused') return
        const screen = viewerOf(client, reply.conversation.id)?.screen
        if (screen) screen.receiveSnapshot(reply.conversation)
        else openViewer(client, reply.conversation.id)
      },
    })
    return client
  }

  function joinTeam(shop: ShopId): ModelClient[] {
    return (MODEL_TEAM[shop] ?? []).map((face) => {
      const isThere = fault !== 'claims_that_somebody_is_there' && random.chance(0.8)
      if (isThere) deps.inboxes.push(createModelInbox({ ...deps, shop, by: face.id }))
      return join(shop, face.name, { kind: 'teammate', ...face })
    })
  }

  function joinVisitors(shop: ShopId): ModelClient[] {
    return Array.from({ length: VISITORS_A_SHOP }, (_, n) =>
      join(shop, `visitor ${shop} ${n}`, { kind: 'visitor', id: `vis_${shop}${n}` }),
    )
  }

  return {
    visitors: shops.flatMap(joinVisitors),
    teammates: shops.flatMap(joinTeam),
    viewerOf,
    openViewer,
    openFreshViewer: (client, id) =>
      connectViewer(deps, threadOf(client, id, `${client.name} anew`), undefined),
  }
}

function threadOf({ name, actor, shop }: ModelClient, conversationId: ConversationId, id: string) {
  const role: Viewer = actor.kind === 'visitor' ? 'visitor' : 'staff'
  return { id, role, by: name, shop, conversationId }
}

function connectViewer(
  { history, random, server, roomMemory }: PeopleDeps,
  viewer: ThreadViewer,
  fault: Fault | undefined,
): ModelViewer {
  const { conversationId, role } = viewer
  const opened = createModelViewer({
    history,
    random,
    fault,
    viewer,
    page: (after) => server.page(conversationId, role, after),
    roomMemory: () => roomMemory(conversationId, role),
  })
  opened.connect()
  return opened
}
