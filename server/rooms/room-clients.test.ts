import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { openRoom } from '../../inbox/wire/open-room.ts'
import type { ByeCode, Room } from '../../protocol/frames.ts'
import { openLiveSocket } from '../../widget/panel/live/live-socket.ts'

type Client = (room: Room, freshRoom: () => Promise<Room>) => { close(): void }

const CLIENTS: [string, Client][] = [
  [
    'the inbox',
    (room, nextRoom) => openRoom(room, { nextRoom, opened: () => {}, frame: () => {} }),
  ],
  [
    'the panel',
    (room, freshRoom) => openLiveSocket(room, { freshRoom, onFrame: () => {}, onState: () => {} }),
  ],
]

let rooms: WebSocketServer
beforeEach(async () => {
  vi.stubGlobal('WebSocket', WebSocket)
  rooms = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(rooms, 'listening')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const socket of rooms.clients) socket.terminate()
  rooms.close()
})

/** A room that says goodbye to whoever comes first, and what `client` does then. */
async function dismiss(client: Client, code: ByeCode) {
  // Holds for a server that listens on a port.
  const { port } = rooms.address() as AddressInfo
  const tokens: (string | null)[] = []
  const fresh = vi.fn(async () => roomWith(`token-${fresh.mock.calls.length}`))
  const roomWith = (token: string): Room => ({
    host: `127.0.0.1:${port}`,
    secure: false,
    party: 'conversation',
    id: 'demo.cnv',
    token,
    expiresAt: 0,
  })
  rooms.on('connection', (_, { url = '' }) =>
    tokens.push(new URL(url, 'http://rooms').searchParams.get('token')),
  )
  const met = once(rooms, 'connection')
  const opened = client(roomWith('token-0'), fresh)
  const [socket] = await met
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const left = once(socket, 'close')
  socket.send(JSON.stringify({ type: 'bye', code }))
  await left
  return { tokens, fresh, opened }
}

describe.each(CLIENTS)('%s', (_, client) => {
  it('R8: stays away when it was kicked', async () => {
    const { fresh, opened } = await dismiss(client, 'kicked')
    const before = fresh.mock.calls.length
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(fresh.mock.calls.length).toBe(before)
    opened.close()
  })

  it('R9: comes back with another token when its hour is over', async () => {
    const { tokens, opened } = await dismiss(client, 'expired')
    const again = once(rooms, 'connection')
    // The longest that either waits before it tries again.
    await vi.advanceTimersByTimeAsync(2000)
    await again
    expect(tokens).toHaveLength(2)
    expect(tokens[1]).not.toBe(tokens[0])
    opened.close()
  })
})
