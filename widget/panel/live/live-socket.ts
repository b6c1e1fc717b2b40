import PartySocket from 'partysocket'
import type { ByeCode, ClientFrame, ConversationRoomFrame, Room } from '../../../protocol/frames.ts'

/** The conversation's room, for what is quicker there and for typing, which is nowhere else. */
export type LiveSocket = {
  send(frame: ClientFrame): void
  close(): void
}

const PING_EVERY_MS = 25_000
const PONG_WITHIN_MS = 5_000
const AFTER_TOO_FAST_MS = 10_000

/** `freshRoom` is asked at each attempt, since a token lives a minute; it throws when there is none. */
export function openLiveSocket(
  room: Room,
  deps: {
    freshRoom(): Promise<Room>
    onFrame(frame: ConversationRoomFrame): void
    onState(isUp: boolean): void
  },
): LiveSocket {
  const socket = new PartySocket({
    host: room.host,
    protocol: room.secure ? 'wss' : 'ws',
    party: room.party,
    room: room.id,
    query: async () => ({ token: (await deps.freshRoom()).token }),
    // Each with its own wait, so that a restart of the rooms does not bring all back at once.
    minReconnectionDelay: 500 + Math.random() * 1500,
    maxReconnectionDelay: 10_000,
    reconnectionDelayGrowFactor: 1.6,
    minUptime: 2_000,
    connectionTimeout: 4_000,
    maxEnqueuedMessages: 0,
  })
  let pongTimer: ReturnType<typeof setTimeout> | undefined
  let restTimer: ReturnType<typeof setTimeout> | undefined

  const send = (frame: ClientFrame) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
  }
  const pinger = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN || document.hidden) return
    send({ type: 'ping' })
    pongTimer = setTimeout(() => socket.reconnect(), PONG_WITHIN_MS)
  }, PING_EVERY_MS)

  function leave(code: ByeCode): void {
    if (code === 'expired') {
      socket.reconnect()
      return
    }
    socket.close()
    if (code === 'too_fast') restTimer = setTimeout(() => socket.reconnect(), AFTER_TOO_FAST_MS)
  }

  socket.addEventListener('open', () => deps.onState(true))
  socket.addEventListener('close', () => deps.onState(false))
  socket.addEventListener('message', ({ data }) => {
    clearTimeout(pongTimer)
    const frame = parseFrame(String(data))
    if (frame?.type === 'bye') leave(frame.code)
    else if (frame) deps.onFrame(frame)
  })

  return {
    send,
    close() {
      clearInterval(pinger)
      clearTimeout(pongTimer)
      clearTimeout(restTimer)
      socket.close()
    },
  }
}

function parseFrame(text: string): ConversationRoomFrame | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
