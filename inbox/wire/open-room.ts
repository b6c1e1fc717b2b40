import { PartySocket } from 'partysocket'
import type {
  ClientFrame,
  ConversationRoomFrame,
  InboxRoomFrame,
  Room,
} from '../../protocol/frames.ts'

const PING_EVERY_MS = 25_000
const PONG_WITHIN_MS = 5000

export type RoomFrame = ConversationRoomFrame | InboxRoomFrame
export type RoomListener<F extends RoomFrame> = {
  /** A token of its own for each attempt; null gives the attempt up, a later one asks again. */
  nextRoom(): Promise<Room | null>
  opened(): void
  frame(frame: F): void
}
export type OpenRoom = { send(frame: ClientFrame): void; isOpen(): boolean; close(): void }

/** A socket to a room that reconnects by itself. What was missed is fetched by whoever listens, at `opened`. */
export function openRoom<F extends RoomFrame>(first: Room, listener: RoomListener<F>): OpenRoom {
  let unused: Room | null = first
  const socket = new PartySocket({
    host: first.host,
    party: first.party,
    room: first.id,
    protocol: first.secure ? 'wss' : 'ws',
    // Jitter, so that a restarted server is not met by everybody at once.
    minReconnectionDelay: 500 + Math.random() * 1500,
    maxReconnectionDelay: 10_000,
    reconnectionDelayGrowFactor: 1.6,
    minUptime: 2000,
    // Typing that waited for a connection is no longer true.
    maxEnqueuedMessages: 0,
    query: async () => {
      const room = unused ?? (await listener.nextRoom())
      unused = null
      if (!room) throw new Error('no room token')
      return { token: room.token }
    },
  })

  let pongTimer: ReturnType<typeof setTimeout> | undefined
  const ping = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN || pongTimer) return
    socket.send('{"type":"ping"}')
    pongTimer = setTimeout(() => {
      pongTimer = undefined
      socket.reconnect()
    }, PONG_WITHIN_MS)
  }, PING_EVERY_MS)

  socket.addEventListener('open', () => listener.opened())
  socket.addEventListener('message', (message) => {
    clearTimeout(pongTimer)
    pongTimer = undefined
    const frame = fromOurRoom<F>(message.data)
    if (frame.type !== 'bye') listener.frame(frame)
    else if (frame.code === 'expired') socket.reconnect()
    // Polling goes on, and finds out whether the session has ended.
    else socket.close()
  })

  return {
    send: (frame) => void socket.send(JSON.stringify(frame)),
    isOpen: () => socket.readyState === WebSocket.OPEN,
    close() {
      clearInterval(ping)
      clearTimeout(pongTimer)
      socket.close()
    },
  }
}

/** Rooms parse what the server publishes by the schemas of `protocol` and add only their own frames. */
function fromOurRoom<F extends RoomFrame>(data: unknown): F {
  return JSON.parse(String(data)) as F
}
