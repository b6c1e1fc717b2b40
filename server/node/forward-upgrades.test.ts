import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
} from 'vitest'
import { signRoomToken } from '../rooms/room-token.ts'
import { type ConversationRoom, conversationRoom, MESSAGE } from '../testing/conversation-room.ts'
import { connectRoom } from '../testing/room-client.ts'
import { startTestRooms, type TestRooms } from '../testing/start-test-rooms.ts'
import { forwardUpgrades, type UpgradeForwarding } from './forward-upgrades.ts'

let rooms: TestRooms
let server: Server
let forwarding: UpgradeForwarding
let room: ConversationRoom
let roomsPort: () => number | undefined

beforeAll(async () => {
  rooms = await startTestRooms()
})
afterAll(() => rooms.stop())

beforeEach(async () => {
  roomsPort = rooms.port
  server = createServer((_, response) => response.writeHead(404).end())
  forwarding = forwardUpgrades(server, () => roomsPort())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  room = conversationRoom(rooms)
})
afterEach(() => {
  forwarding.close()
  server.closeAllConnections()
  server.close()
})

function port(): number {
  return Number(Reflect.get(Object(server.address()), 'port'))
}

async function path(): Promise<string> {
  const token = await signRoomToken(rooms.keys.tokenKey, room.visitor)
  return `/parties/conversation/${room.visitor.room}?token=${token}`
}

async function connectThrough() {
  return connectRoom(`ws://127.0.0.1:${port()}${await path()}`)
}

describe('one port for everything', () => {
  it('carries a socket to its room and back', async () => {
    const visitor = await connectThrough()
    const staff = await room.connect(room.staff)
    visitor.send({ type: 'typing', on: true })
    await staff.heard('typing')
    await room.publish({ frames: [room.event(1, MESSAGE)] })
    await visitor.heard('event')
  })

  it('V50: agrees on no compression', async () => {
    expect((await connectThrough()).socket.extensions).toBe('')
  })

  it('passes on that a room refuses', async () => {
    const url = `ws://127.0.0.1:${port()}/parties/conversation/${room.visitor.room}?token=x`
    await expect(connectRoom(url)).rejects.toThrow('401')
  })

  it('hangs up on whom a room refuses: what they say next reaches no door of the rooms', async () => {
    const heads: string[] = []
    const room = createTcpServer((socket) =>
      socket.on('data', (data) => {
        heads.push(String(data))
        socket.write('HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n')
      }),
    )
    onTestFinished(() => void room.close())
    room.listen(0, '127.0.0.1')
    await once(room, 'listening')
    roomsPort = () => addressPort(room.address())
    const socket = await open()
    const smuggled = 'POST /parties/inbox/demo HTTP/1.1\r\nhost: rooms\r\ncontent-length: 0\r\n\r\n'
    socket.write(request(await path()) + smuggled)
    expect(await firstLine(socket)).toBe('HTTP/1.1 401 Unauthorized')
    socket.write(smuggled)
    await once(socket, 'close')
    expect(heads).toHaveLength(1)
    expect(heads[0]).not.toContain('POST')
  })

  it('V28, V50: ends a client that does not answer its room’s Close frame', async () => {
    const room = createTcpServer((socket) =>
      socket.once('data', () => {
        socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n')
        socket.write(Uint8Array.from([0x81, 0x02, 0x68, 0x69, 0x88, 0x02, 0x11, 0x31]))
      }),
    )
    onTestFinished(() => void room.close())
    room.listen(0, '127.0.0.1')
    await once(room, 'listening')
    roomsPort = () => addressPort(room.address())
    const socket = await open()
    socket.write(request(await path()))
    socket.resume()
    const [hadError] = await once(socket, 'close')
    expect(hadError).toBe(false)
  }, 15_000)

  it('closes when the room closes, with its code', async () => {
    const visitor = await connectThrough()
    visitor.send({ type: 'event' })
    expect(await visitor.closed).toBe(4400)
  })

  it('says 503 while the rooms are down, and works when they are back', async () => {
    roomsPort = () => undefined
    await expect(connectThrough()).rejects.toThrow('503')
    roomsPort = () => 1
    await expect(connectThrough()).rejects.toThrow('503')
    roomsPort = rooms.port
    await connectThrough()
  })

  it('outlives rooms that are not there, and rooms that reset a socket', async () => {
    const crashes: unknown[] = []
    const onCrash = (error: unknown) => crashes.push(error)
    process.on('uncaughtException', onCrash)
    onTestFinished(() => void process.off('uncaughtException', onCrash))
    roomsPort = () => 1
    await expect(connectThrough()).rejects.toThrow('503')
    const rude = createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
    onTestFinished(() => void rude.close())
    rude.listen(0, '127.0.0.1')
    await once(rude, 'listening')
    roomsPort = () => addressPort(rude.address())
    await expect(connectThrough()).rejects.toThrow('503')
    expect(crashes).toEqual([])
  })

  it.each([
    '/parties/main/demo',
    '/party/demo',
    '/v1/shops/demo/widget',
    '/parties/conversation/a/b',
    '/parties/conversation/..%2f..',
    '/parties//demo',
    '/',
  ])('refuses an upgrade at %s', async (elsewhere) => {
    await expect(connectRoom(`ws://127.0.0.1:${port()}${elsewhere}`)).rejects.toThrow('404')
  })

  it('does not let the outside publish', async () => {
    const url = `http://127.0.0.1:${port()}/parties/conversation/${room.visitor.room}`
    const headers = { authorization: `Bearer ${rooms.keys.publishKey}` }
    const reply = await fetch(url, { method: 'POST', headers, body: '{"frames":[]}' })
    expect(reply.status).toBe(404)
  })

  it.each([
    ['POST', 'websocket'],
    ['GET', 'h2c'],
  ])('refuses %s with upgrade to %s', async (method, protocol) => {
    const socket = await open()
    socket.write(request(await path(), method, protocol))
    expect(await firstLine(socket)).toBe('HTTP/1.1 404 Not Found')
  })

  it('gives rooms nothing of the browser but the handshake', async () => {
    const heads: string[] = []
    const spy = createTcpServer((s) => s.on('data', (data) => heads.push(String(data))))
    spy.listen(0, '127.0.0.1')
    await once(spy, 'listening')
    roomsPort = () => addressPort(spy.address())
    const socket = await open()
    socket.write(
      request('/parties/inbox/demo?token=t', 'GET', 'websocket', 'cookie: cb_demo=s3cret'),
    )
    await expect.poll(() => heads.length).toBeGreaterThan(0)
    expect(heads.join('')).toContain('GET /parties/inbox/demo?token=t HTTP/1.1')
    expect(heads.join('')).not.toMatch(/cookie|s3cret|permessage-deflate/)
    socket.destroy()
    spy.close()
  })
})

describe('V50: bad frames end one socket and nothing else', () => {
  const mask = Buffer.from([1, 2, 3, 4])
  it.each([
    ['a reserved bit', Buffer.from([0xc1, 0x80, ...mask])],
    ['an unknown opcode', Buffer.from([0x83, 0x80, ...mask])],
    ['no mask', Buffer.from([0x81, 0x02, 0x68, 0x69])],
    ['text that is no UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28])],
    ['a length of 2^63', Buffer.from([0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, ...mask])],
    ['a length of 100 MB', Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x05, 0xf5, 0xe1, 0, ...mask])],
    ['a fragment of nothing', Buffer.from([0x80, 0x80, ...mask])],
    ['an endless control frame', Buffer.from([0x09, 0xfe, 0x10, 0x00, ...mask])],
    ['a closing frame of one byte', Buffer.from([0x88, 0x81, ...mask, 0])],
    ['bytes of anything', Buffer.alloc(4096, 0xa5)],
  ])('%s', async (_, bytes) => {
    const bystander = await connectThrough()
    const socket = await open()
    socket.write(request(await path()))
    expect(await firstLine(socket)).toBe('HTTP/1.1 101 Switching Protocols')
    socket.write(bytes)
    // Some of these a server may wait out: it is the client that leaves then.
    socket.end()
    socket.resetAndDestroy()
    bystander.send({ type: 'ping' })
    await bystander.heard('pong')
  })

  it('a connection cut after any number of bytes', async () => {
    const frame = Buffer.from([0x81, 0x8f, 0, 0, 0, 0, ...Buffer.from('{"type":"ping"}')])
    const bytes = Buffer.concat([Buffer.from(request(await path())), frame])
    for (let length = 1; length <= bytes.length; length += 7) {
      const socket = await open()
      socket.write(bytes.subarray(0, length))
      if (length % 2) socket.resetAndDestroy()
      else socket.destroy()
    }
    const after = await connectThrough()
    after.send({ type: 'ping' })
    await after.heard('pong')
  })
})

function open(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port(), '127.0.0.1', () => resolve(socket))
    socket.on('error', () => {})
  })
}

function request(
  target: string,
  method = 'GET',
  protocol = 'websocket',
  ...more: string[]
): string {
  return [
    `${method} ${target} HTTP/1.1`,
    'host: localhost',
    'connection: Upgrade',
    `upgrade: ${protocol}`,
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version: 13',
    'sec-websocket-extensions: permessage-deflate',
    ...more,
    '',
    '',
  ].join('\r\n')
}

async function firstLine(socket: Socket): Promise<string | undefined> {
  const [data] = await once(socket, 'data')
  return String(data).split('\r\n')[0]
}

function addressPort(address: AddressInfo | string | null): number {
  return address && typeof address === 'object' ? address.port : 0
}
