import type { RoomClaims } from '../../protocol/frames.ts'
import { conversationRules } from '../rooms/conversation-rules.ts'
import { createRoom, type RoomBehaviour } from '../rooms/create-room.ts'
import { inboxRules } from '../rooms/inbox-rules.ts'
import type { RoomRef, RoomTransport } from '../rooms/publisher.ts'
import { roomName } from '../rooms/room-name.ts'
import type { RoomSocket } from '../rooms/room-socket.ts'
import { seatRequest } from '../rooms/socket-seat.ts'
import { createFrameLog, type FrameLog } from './frame-log.ts'

export type MemoryRooms = {
  transport: RoomTransport
  /** A socket of whoever the claims name, in the room that they name. */
  connect(claims: RoomClaims): FrameLog
}

/** The rooms' own logic without a runtime around it: for tests of what is published, not of sockets. */
export function createMemoryRooms(shopId: string): MemoryRooms {
  const rooms = new Map<string, { room: RoomBehaviour; sockets: Set<RoomSocket> }>()

  function roomOf({ party, id }: RoomRef) {
    const key = `${party}/${id}`
    const known = rooms.get(key)
    if (known) return known
    const sockets = new Set<RoomSocket>()
    const room =
      party === 'inbox'
        ? createRoom(() => sockets, inboxRules)
        : createRoom(() => sockets, conversationRules)
    rooms.set(key, { room, sockets })
    return { room, sockets }
  }

  async function post(ref: RoomRef, body: unknown): Promise<void> {
    const response = await roomOf(ref).room.publish({ json: async () => body })
    if (!response.ok) throw new Error(`the room answered ${response.status}`)
  }

  return {
    transport: {
      conversation: (id, frames) =>
        post({ party: 'conversation', id: roomName(shopId, id) }, { frames }),
      inbox: (frames) => post({ party: 'inbox', id: roomName(shopId) }, { frames }),
      kick: (room, subject) => post(room, { type: 'kick', subject }),
    },
    connect(claims) {
      const log = createFrameLog()
      const { room, sockets } = roomOf({ party: claims.party, id: claims.room })
      const socket = memorySocket(log, () => sockets.delete(socket))
      sockets.add(socket)
      room.connect(socket, seatRequest(new Request('http://rooms/'), claims))
      return log
    },
  }
}

function memorySocket(log: FrameLog, onClose: () => void): RoomSocket {
  const socket = {
    id: crypto.randomUUID(),
    state: null as unknown,
    setState: (state: unknown) => {
      socket.state = state
    },
    send: (text: string) => log.push(JSON.parse(text)),
    close: onClose,
  }
  return socket
}
