import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Listening, listen } from '../testing/listen.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'

const MEGABYTE = 1024 * 1024
let test: TestPlatform
let server: Listening
beforeAll(async () => {
  test = testPlatform({ hostIsLoopback: true })
  test.addShop('demo')
  server = await listen(test.app)
})
afterAll(async () => {
  await server.close()
  test.close()
})

type Flood = { sentBytes: number; reply: string }

/** Sends a chunked body for as long as the server takes it, at most 1 GB. */
function flood(method: string, path: string): Promise<Flood> {
  const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`)
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1')
    const flooded: Flood = { sentBytes: 0, reply: '' }
    const pump = () => {
      while (!socket.destroyed && flooded.sentBytes < 1024 * MEGABYTE) {
        flooded.sentBytes += 0x10000
        if (!socket.write(chunk)) return
      }
    }
    socket.on('data', (data) => {
      flooded.reply += String(data)
    })
    socket.on('drain', pump)
    socket.on('error', () => {})
    socket.on('close', () => resolve(flooded))
    socket.write(
      `${method} /v1/shops/demo${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n` +
        `Origin: ${server.url}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    pump()
  })
}

it.each([
  ['POST', '/session'],
  ['POST', '/session/link'],
  ['DELETE', '/session'],
  ['POST', '/conversations'],
  ['POST', '/conversations/cnv_1/messages'],
  ['GET', '/widget'],
  ['POST', '/nothing/here'],
])('V9: an endless chunked body to %s %s is cut off', async (method, path) => {
  const before = process.memoryUsage().rss
  const { sentBytes, reply } = await flood(method, path)
  expect(sentBytes).toBeLessThan(128 * MEGABYTE)
  if (reply) expect(reply).toMatch(/^HTTP\/1\.1 [24]\d\d /)
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * MEGABYTE)
})

it('V9: an announced length above 64 KiB is refused unread', async () => {
  const response = await fetch(`${server.url}/v1/shops/demo/session`, {
    method: 'POST',
    headers: { origin: server.url },
    body: 'x'.repeat(64 * 1024 + 1),
  })
  expect(response.status).toBe(413)
  expect(response.headers.get('connection')).toBe('close')
  expect((await response.json()).error).toMatchObject({
    code: 'body_too_large',
    details: { limitBytes: 65_536 },
  })
})

it('a body of exactly 64 KiB is read', async () => {
  const body = JSON.stringify({ email: 'a', password: 'b' }).padEnd(64 * 1024)
  const headers = { origin: server.url }
  const response = await fetch(`${server.url}/v1/shops/demo/session`, {
    method: 'POST',
    headers,
    body,
  })
  expect(response.status).toBe(401)
})
