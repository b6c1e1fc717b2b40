import type { ClientId, ConversationId } from '../../../../protocol/ids.ts'
import type { Command, History } from '../history.ts'
import type { Random } from '../random.ts'
import type { Fault } from './faults.ts'
import type { ModelReply, ModelServer } from './model-server.ts'
import type { ModelActor, ModelRequest } from './model-state.ts'

/** Somebody who commands, over a network that loses, doubles and delays. */
export type ModelClient = {
  name: string
  actor: ModelActor
  shop: Command['shop']
  /** Of a visitor, once the first act was acknowledged. */
  conversationId(): ConversationId | undefined
  isSettled(): boolean
  invoke(command: Pick<Command, 'name' | 'text' | 'version' | 'conversationId'>): ClientId
  /** Sends again what has no reply yet. */
  resend(): void
  /** Lets a request or a reply arrive. False when nothing is under way. */
  step(): boolean
  /** Everything under way is lost. */
  cut(): void
}

export function createModelClient(options: {
  name: string
  actor: ModelActor
  shop: Command['shop']
  history: History
  random: Random
  server: ModelServer
  fault: Fault | undefined
  onReply(reply: ModelReply): void
}): ModelClient {
  const { name, actor, shop, history, random, server, fault } = options
  const open = new Map<ClientId, ModelRequest>()
  const arrivals: (() => boolean)[] = []
  let conversationId: ConversationId | undefined
  let made = 0

  function send(request: ModelRequest): void {
    for (let copies = 1 + random.below(3); copies > 0; copies--) {
      arrivals.push(() => {
        const reply = structuredClone(server.handle(request))
        const arrive = () => {
          // A server that tells the world too early still acknowledges only what is durable.
          if (fault === 'publishes_before_commit' && !server.isSynced()) return false
          settle(request.command.clientId, reply)
          return true
        }
        arrivals.push(arrive)
        return true
      })
    }
  }

  function settle(clientId: ClientId, reply: ModelReply): void {
    const known = [...open].find(([, request]) => request.command.clientId === clientId)
    if (!known) return
    const [invokedAs] = known
    open.delete(invokedAs)
    history.add({ ...reply, clientId: invokedAs })
    if (reply.kind === 'ok') conversationId ??= reply.conversation.id
    options.onReply(reply)
  }

  return {
    name,
    actor,
    shop,
    conversationId: () => conversationId,
    isSettled: () => open.size === 0,
    invoke(what) {
      const clientId: ClientId = `${name.replaceAll(' ', '-')}-${++made}-command`
      const command: Command = { clientId, shop, by: name, ...what }
      history.add({ kind: 'invoke', command })
      const request = { command, actor }
      open.set(clientId, request)
      send(request)
      return clientId
    },
    resend() {
      for (const [invokedAs, request] of open) {
        if (fault === 'retries_without_its_id') {
          request.command = { ...request.command, clientId: `${invokedAs}-again-${++made}` }
        }
        send(request)
      }
    },
    step() {
      const [arrive] = arrivals.splice(random.below(arrivals.length), 1)
      if (!arrive || arrive()) return arrive !== undefined
      arrivals.push(arrive)
      return false
    },
    cut() {
      arrivals.length = 0
    },
  }
}
