import type { IncomingMessage, Server } from 'node:http'
import { connect, type Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { Duplex } from 'node:stream'
import { watchCloseFrame } from './watch-close-frame.ts'

const ROOM_PATH = /^\/parties\/(?:conversation|inbox)\/[\w.-]+(?:\?[^\s]*)?$/
const CONNECT_TIMEOUT_MS = 5000
/** For what was already sent to a client to reach it, once its room has closed. */
const LINGER_MS = 5000
const KEEP_ALIVE_MS = 30_000
/** A room ends a socket after an hour, when it next has to do with it. */
const LIFE_MS = 61 * 60_000
const ANSWER_LIMIT_BYTES = 16 * 1024
const UPGRADED = '101 Switching Protocols'
/** A room takes 60 frames of 2 KB in ten seconds; it does not see a ping of the protocol's own, nor a frame's overhead. */
const CLIENT_LIMIT_BYTES = 256 * 1024
const CLIENT_WINDOW_MS = 10_000

export type UpgradeForwarding = { close(): void }

/**
 * Lets one port serve everything: a socket for a room is handed to the local rooms, byte for byte. Every
 * other upgrade is refused. A frame that no server would take is the rooms' to refuse, and ends one socket.
 */
export function forwardUpgrades(
  server: Server,
  roomsPort: () => number | undefined,
): UpgradeForwarding {
  const open = new Set<Duplex>()
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Without a listener, a reset connection would end the process.
    socket.on('error', () => socket.destroy())
    const port = roomsPort()
    if (!isRoomSocket(request)) return refuse(socket, '404 Not Found')
    if (port === undefined) return refuse(socket, '503 Service Unavailable')
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    join(socket, head, request, port)
  })
  return {
    close() {
      for (const socket of open) socket.destroy()
    },
  }
}

function isRoomSocket({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket' && ROOM_PATH.test(url ?? '')
  )
}

function join(client: Duplex, head: Buffer, request: IncomingMessage, port: number): void {
  const room = connect({ port, host: '127.0.0.1' })
  let answer = '503 Service Unavailable'
  room.setTimeout(CONNECT_TIMEOUT_MS, () => room.destroy())
  room.on('error', () => room.destroy())
  room.once('close', () => (answer === UPGRADED ? lingerThenClose(client) : refuse(client, answer)))
  client.once('close', () => room.destroy())
  room.once('connect', () => {
    room.setNoDelay(true)
    room.write(upgradeRequest(request))
  })
  readAnswer(room, (status, bytes, frames) => {
    answer = status
    // Whoever was refused gets no line to the rooms' other doors.
    if (status !== UPGRADED) return room.destroy()
    room.setTimeout(0)
    client.write(bytes)
    room.write(head)
    endFlood(client)
    endOverdue(client, room, frames)
    keepAlive(client)
    client.pipe(room)
    room.pipe(client)
  })
}

/** Hands over the status of the room's answer, once its head is whole, all that came so far, and what of it is frames. */
function readAnswer(
  room: Socket,
  answered: (status: string, bytes: Buffer, frames: Buffer) => void,
): void {
  let bytes = Buffer.alloc(0)
  room.on('data', function read(chunk: Buffer) {
    bytes = Buffer.concat([bytes, chunk])
    const headEnd = bytes.indexOf('\r\n\r\n') + 4
    const isWhole = headEnd > 3
    if (!isWhole && bytes.length < ANSWER_LIMIT_BYTES) return
    room.off('data', read)
    const status = /^HTTP\/1\.1 (\d{3} [\w ]*)\r\n/.exec(bytes.toString('latin1'))?.[1]
    answered((isWhole && status) || '502 Bad Gateway', bytes, bytes.subarray(headEnd))
  })
}

/** Ends a client that hears out neither its room's Close frame nor the hour. */
function endOverdue(client: Duplex, room: Socket, frames: Buffer): void {
  const isClosed = watchCloseFrame()
  let timer = setTimeout(() => client.destroy(), LIFE_MS).unref()
  const watch = (chunk: Buffer) => {
    if (!isClosed(chunk)) return
    room.off('data', watch)
    clearTimeout(timer)
    timer = setTimeout(() => client.destroy(), LINGER_MS).unref()
  }
  room.on('data', watch)
  watch(frames)
  client.once('close', () => clearTimeout(timer))
}

/** Of the client's headers only the handshake's own: no cookie reaches a room, and no extension is agreed on. */
function upgradeRequest({ url, headers }: IncomingMessage): string {
  return [
    `GET ${url} HTTP/1.1`,
    'host: rooms',
    'connection: Upgrade',
    'upgrade: websocket',
    `sec-websocket-key: ${headers['sec-websocket-key'] ?? ''}`,
    `sec-websocket-version: ${headers['sec-websocket-version'] ?? ''}`,
    '',
    '',
  ].join('\r\n')
}

/** Ends a client that sends more than a room could ever take, whatever it is. */
function endFlood(client: Duplex): void {
  let windowAt = 0
  let windowBytes = 0
  client.on('data', (chunk: Buffer) => {
    const now = performance.now()
    if (now - windowAt > CLIENT_WINDOW_MS) {
      windowAt = now
      windowBytes = 0
    }
    windowBytes += chunk.length
    if (windowBytes > CLIENT_LIMIT_BYTES) client.destroy()
  })
}

/** A client that is gone without a word is noticed by the system, which then ends the socket. */
function keepAlive(client: Duplex): void {
  if (!isTcp(client)) return
  client.setNoDelay(true)
  client.setKeepAlive(true, KEEP_ALIVE_MS)
}

function isTcp(socket: Duplex): socket is Socket {
  return 'setKeepAlive' in socket
}

function lingerThenClose(client: Duplex): void {
  client.end()
  setTimeout(() => client.destroy(), LINGER_MS).unref()
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}
