import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { enterRunningShop, type RunningShopEntered } from './testing/enter-running-shop.ts'
import { connectRoom } from './testing/room-client.ts'
import { type StartedServer, startServer } from './testing/start-server.ts'
import { testPlatform } from './testing/test-platform.ts'

const MEGABYTE = 1024 * 1024
const CHUNK = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`)

let dataDir: string
let server: StartedServer
let entered: RunningShopEntered

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-floods-'))
  const started = await startServer({ DATA_DIR: dataDir, DEMO: '1', LOG_LEVEL: 'silent' })
  if ('code' in started) throw new Error(started.complaint)
  server = started
  const where = { url: server.url, dataDir }
  entered = await enterRunningShop(where, { shop: 'demo', text: 'Hello', name: 'Marta' })
})
afterAll(async () => {
  await server.end('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
})

/** What must hold after whatever was thrown at it. */
async function expectUnmoved() {
  expect(server.child.exitCode).toBeNull()
  expect(server.child.signalCode).toBeNull()
  const health = await (await fetch(`${server.url}/healthz`)).json()
  expect(health).toMatchObject({ status: 'ok', rooms: 'up' })
}

/** Of the server's process; NaN where there is no /proc. */
function memoryBytes(): number {
  try {
    const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
  } catch {
    return Number.NaN
  }
}

/** Every route of the app and of the files, as somebody who may pass calls it. */
function allRoutes(): [method: string, path: string][] {
  const test = testPlatform()
  const routes = createApp(test.platform).routes.filter(({ method }) => method !== 'ALL')
  test.close()
  const files = ['/widget.js', '/widget/x.js', '/inbox/demo', '/inbox/assets/x', '/nothing', '/']
  return [
    ...new Map(routes.map(({ method, path }) => [method + path, [method, path]])).values(),
    ...files.flatMap((path) => [
      ['GET', path],
      ['POST', path],
    ]),
  ].map(([method = '', path = '']) => [method, filledIn(path)])
}

const SOME_MESSAGE = `msg_${'0'.repeat(26)}`
function filledIn(path: string): string {
  return path
    .replace(':shop', 'demo')
    .replace('conversations/:id', 'conversations/CONVERSATION')
    .replace(/:\w+/g, SOME_MESSAGE)
}

type Flood = { sentBytes: number; reply: string }

/**
 * Sends `head`, then `piece` until the server has had enough, at most 1 GB. With an `opening` it waits for
 * the reply to the head and sends that first.
 */
function flood(head: Buffer, piece: Buffer, opening?: Buffer): Promise<Flood> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
  const flooded: Flood = { sentBytes: 0, reply: '' }
  const pump = () => {
    while (!socket.destroyed && flooded.sentBytes < 1024 * MEGABYTE) {
      flooded.sentBytes += piece.length
      if (!socket.write(piece)) return
    }
    socket.end()
  }
  socket.on('data', (data) => {
    flooded.reply = (flooded.reply + data.toString('latin1')).slice(0, 1000)
  })
  socket.on('drain', pump)
  socket.on('error', () => {})
  socket.write(head)
  if (!opening) pump()
  else
    socket.once('data', () => {
      socket.write(opening)
      pump()
    })
  return new Promise((resolve) => socket.once('close', () => resolve(flooded)))
}

function headOf(method: string, path: string, more: Record<string, string>): Buffer {
  const { staff, visitor } = entered
  const headers = { host: new URL(server.url).host, ...staff, ...visitor, ...more }
  // A page of our own origin may not call as a visitor, and a shop's not as staff.
  const own = path.includes('/inbox/') || path.includes('/session')
  const lines = Object.entries(headers).filter(([name]) => own || name !== 'origin')
  const target = path.replace('CONVERSATION', entered.conversationId)
  const head = [`${method} ${target} HTTP/1.1`, ...lines.map((line) => line.join(': '))]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n`)
}

describe('V9: an endless chunked body is cut off, and takes no memory along', () => {
  it.each(allRoutes())('%s %s', async (method, path) => {
    const before = memoryBytes()
    const head = headOf(method, path, { 'transfer-encoding': 'chunked' })
    const { sentBytes, reply } = await flood(head, CHUNK)
    expect(sentBytes).toBeLessThan(64 * MEGABYTE)
    if (reply) expect(reply).toMatch(/^HTTP\/1\.1 [1-4]\d\d /)
    const grown = memoryBytes() - before
    if (!Number.isNaN(grown)) expect(grown).toBeLessThan(32 * MEGABYTE)
  })

  it('and the server goes on', expectUnmoved)
})

it('V9: endless headers are cut off', async () => {
  const piece = Buffer.from(`x-filler-${'y'.repeat(1000)}: z\r\n`)
  const { sentBytes, reply } = await flood(
    Buffer.from('GET /healthz HTTP/1.1\r\nhost: x\r\n'),
    piece,
  )
  expect(sentBytes).toBeLessThan(64 * MEGABYTE)
  expect(reply).toMatch(/^(HTTP\/1\.1 431 |$)/)
  await expectUnmoved()
})

/** A masked frame of a client: the mask is zero, so that the payload is sent as it is. */
function frame(first: number, length: number[], payload = ''): Buffer {
  return Buffer.concat([Buffer.from([first, ...length, 0, 0, 0, 0]), Buffer.from(payload)])
}
const thousand = (one: Buffer) => Buffer.concat(Array.from({ length: 1000 }, () => one))
const KILOBYTE = 'x'.repeat(1024)
const LENGTH_OF_KILOBYTE = [0xfe, 0x04, 0x00]
const LENGTH_OF_100_MB = [0xff, 0, 0, 0, 0, 0x06, 0x40, 0, 0]
const PING = frame(0x89, [0x80])
const OUR_PING = frame(0x81, [0x8f], '{"type":"ping"}')
const ANYTHING = Buffer.alloc(0x10000, 0xa5)
const NO_FRAME = Buffer.alloc(0x10000, 'x')

/** What a socket begins with, and what it goes on with for ever. */
const FLOODS: Record<string, [Buffer, Buffer]> = {
  'a frame of 100 MB': [frame(0x81, LENGTH_OF_100_MB), NO_FRAME],
  'a message of endless fragments': [
    frame(0x01, LENGTH_OF_KILOBYTE, KILOBYTE),
    thousand(frame(0x00, LENGTH_OF_KILOBYTE, KILOBYTE)),
  ],
  'pings of the protocol without end': [PING, thousand(PING)],
  'pings of ours without end': [OUR_PING, thousand(OUR_PING)],
  'bytes of anything': [ANYTHING, ANYTHING],
}

describe('V50: a socket that floods is ended, alone, and takes no memory along', () => {
  it.each(Object.entries(FLOODS))('%s', async (_, [opening, piece]) => {
    const { room, call, visitor, conversationId } = entered
    const reply = await call('GET', `/conversations/${conversationId}/events?after=0`, visitor)
    const { token } = (await reply.json()).room
    const path = `/parties/${room.party}/${room.id}?token=${token}`
    const bystander = await connectRoom(`${server.url.replace('http', 'ws')}${path}`)
    const before = memoryBytes()
    const head = headOf('GET', path, {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    })
    const { reply: answered, sentBytes } = await flood(head, piece, opening)
    expect(sentBytes).toBeLessThan(64 * MEGABYTE)
    expect(answered).toMatch(/^HTTP\/1\.1 101 /)
    const grown = memoryBytes() - before
    if (!Number.isNaN(grown)) expect(grown).toBeLessThan(64 * MEGABYTE)
    bystander.send({ type: 'ping' })
    await bystander.heard('pong')
    bystander.socket.close()
    await expectUnmoved()
  })
})

describe('R1: at the server’s own port nothing but a room’s socket gets through to the rooms', () => {
  it.each([
    '/',
    '/healthz',
    '/inbox/demo',
    '/v1/shops/demo/widget',
    '/parties/main/demo',
    '/party/x',
  ])('no upgrade at %s', async (path) => {
    const url = `${server.url.replace('http', 'ws')}${path}`
    await expect(connectRoom(url)).rejects.toThrow(/40[034]/)
  })

  it.each(['GET', 'POST', 'PUT', 'DELETE'])('no %s at a room', async (method) => {
    const { party, id, token } = entered.room
    for (const path of [`/parties/${party}/${id}`, '/parties/inbox/demo', '/parties/main/demo']) {
      const reply = await fetch(`${server.url}${path}?token=${token}`, {
        method,
        headers: entered.staff,
        ...(method === 'POST' && { body: '{"type":"kick","subject":"x"}' }),
      })
      expect(reply.status).toBe(404)
    }
  })
})
