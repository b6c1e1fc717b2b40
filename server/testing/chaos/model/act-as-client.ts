import type { Random } from '../random.ts'
import type { ModelClient } from './model-client.ts'
import type { ModelPeople } from './model-people.ts'
import type { ModelRooms } from './model-rooms.ts'
import type { ModelServer } from './model-server.ts'
import { nextTeammateAct, nextVisitorAct } from './people.ts'

const SAID = ['Is it wool?', ' Thanks ', 'ok', 'ok', 'And the sleeves?']

/** Somebody does the next thing, or sends again what has no reply. */
export function actAsClient(
  deps: { random: Random; server: ModelServer; rooms: ModelRooms; people: ModelPeople },
  client: ModelClient,
): void {
  if (!client.isSettled() && deps.random.chance(0.7)) client.resend()
  else if (client.actor.kind === 'visitor') actAsVisitor(deps, client)
  else actAsTeammate(deps, client)
}

type Deps = Parameters<typeof actAsClient>[0]

function actAsVisitor({ random, people }: Deps, client: ModelClient): void {
  const id = client.conversationId()
  const text = random.pick(SAID) ?? ''
  if (!id) {
    if (!client.isSettled()) return
    client.invoke(random.chance(0.7) ? { name: 'start', text } : { name: 'start_handoff' })
    return
  }
  const name = nextVisitorAct(random)
  const says = name === 'message' ? { text } : {}
  const clientId = client.invoke({ name, conversationId: id, ...says })
  if (name === 'message') people.viewerOf(client, id)?.screen.echo(clientId)
}

function actAsTeammate({ random, server, rooms, people }: Deps, client: ModelClient): void {
  const ids = [...server.state().threads].flatMap(([id, thread]) =>
    thread.shop === client.shop ? [id] : [],
  )
  const conversationId = random.pick(ids)
  if (!conversationId) return
  const viewer =
    people.viewerOf(client, conversationId) ?? people.openViewer(client, conversationId)
  const version = viewer.screen.conversation()?.version
  if (version === undefined) return
  const name = nextTeammateAct(random)
  const says = name === 'note' || name === 'reply' ? { text: random.pick(SAID) ?? '' } : {}
  client.invoke({ name, conversationId, ...says, ...(name !== 'note' && { version }) })
  if (client.actor.kind === 'teammate' && random.chance(0.3)) {
    rooms.markRead(client.actor.id, conversationId)
  }
}
