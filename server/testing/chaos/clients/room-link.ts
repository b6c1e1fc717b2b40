import * as v from 'valibot'
import { WebSocket } from 'ws'
import type { Room } from '../../../../protocol/frames.ts'

const PING_EVERY_MS = 2000
const PONG_WITHIN_MS = 3000
const OPEN_WITHIN_MS = 4000

export type RoomLink = {
  /** Settles when the link is dead. It never lives again: a new one is made. */
  closed: Promise<void>
  close(): void
}

/** A socket to a room. Half-open links give no error: only an unanswered ping finds them. */
export function openRoomLink<F>(
  room: Room,
  frames: v.GenericSchema<unknown, F>,
  on: { open(): void; frame(frame: F): void; broken(error: unknown): void },
): RoomLink {
  const scheme = room.secure ? 'wss' : 'ws'
  const url = `${scheme}://${room.host}/parties/${room.party}/${room.id}?token=${room.token}`
  const socket = new WebSocket(url, { handshakeTimeout: OPEN_WITHIN_MS })
  let ping: ReturnType<typeof setInterval> | undefined
  let deadline: ReturnType<typeof setTimeout> | undefined

  socket.on('open', () => {
    ping = setInterval(() => {
      socket.send(JSON.stringify({ type: 'ping' }))
      deadline ??= setTimeout(() => socket.terminate(), PONG_WITHIN_MS)
    }, PING_EVERY_MS)
    on.open()
  })
  socket.on('message', (data) => {
    clearTimeout(deadline)
    deadline = undefined
    const frame = v.safeParse(frames, JSON.parse(String(data)))
    if (frame.success) on.frame(frame.output)
    else on.broken(new v.ValiError(frame.issues))
  })
  // A refused or broken connection is closed as well: that is all that matters here.
  socket.on('error', () => {})
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      clearInterval(ping)
      clearTimeout(deadline)
      resolve()
    })
  })
  return { closed, close: () => socket.terminate() }
}
