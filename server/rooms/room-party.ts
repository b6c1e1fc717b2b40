import type * as Party from 'partykit/server'
import type { RoomClaims } from '../../protocol/frames.ts'
import { admitPublication } from './admit-publication.ts'
import { admitSocket } from './admit-socket.ts'
import { createRoom, type RoomBehaviour, type RoomRules } from './create-room.ts'

/** The PartyKit class of a party: all that is PartyKit's about our rooms. */
export function roomParty<F>(party: RoomClaims['party'], rules: RoomRules<F>): Party.Worker {
  return class RoomParty implements Party.Server {
    readonly options = { hibernate: true }
    readonly #room: RoomBehaviour

    constructor(room: Party.Room) {
      this.#room = createRoom(() => room.getConnections(), rules)
    }

    static onBeforeConnect(request: Party.Request, { id, env }: Party.Lobby) {
      return admitSocket(request, { party, id, tokenKey: env.ROOM_TOKEN_KEY })
    }

    static onBeforeRequest(request: Party.Request, { env }: Party.Lobby) {
      return admitPublication(request, env.ROOM_PUBLISH_KEY)
    }

    onConnect(socket: Party.Connection, { request }: Party.ConnectionContext) {
      this.#room.connect(socket, request)
    }

    onMessage(message: unknown, socket: Party.Connection) {
      this.#room.hear(message, socket)
    }

    onClose(socket: Party.Connection) {
      this.#room.leave(socket)
    }

    onError(socket: Party.Connection) {
      this.#room.leave(socket)
    }

    onRequest(request: Party.Request) {
      return this.#room.publish(request)
    }
  }
}
