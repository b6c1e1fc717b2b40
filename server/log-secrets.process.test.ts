import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CommandReply, StaffEventsReply } from '../protocol/api.ts'
import { newId } from './core/new-id.ts'
import { openShopFile } from './node/open-shop-file.ts'
import { addTeammate } from './team/add-teammate.ts'
import { connectRoom } from './testing/room-client.ts'
import { type StartedServer, startServer } from './testing/start-server.ts'
import { makeVisitorToken } from './visitors/make-visitor-token.ts'

/** What must stand in no line that the server writes, and how it got there. Those that the server makes are added when known. */
const CANARIES: Record<string, string> = {
  'the model’s key': 'canary-key-8d21',
  'a card number': '4929 1337 0042 4242',
  'an e-mail': 'canary-mail@leak.example',
  'a message': 'canary-message',
  'a question to the index': 'canary-question',
  'a reply': 'canary-reply',
  'a note': 'canary-note',
  'a name': 'canary-name',
  'a password': 'canary password',
  'a page’s query': 'canary-page-query',
  'a path': 'canary-path',
  'a body that is no JSON': 'canary-body',
  'a header': 'canary-header',
}

const UNANSWERED = 'for a person only'

let dataDir: string
let shopFile: string
let upstream: Server
let server: StartedServer
const saidBefore: string[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-log-'))
  shopFile = join(dataDir, 'shops/demo.sqlite')
  upstream = createServer(repeatAll).listen(0, '127.0.0.1')
  await once(upstream, 'listening')
  server = await start()
})
afterAll(async () => {
  await server.end('SIGTERM')
  upstream.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A model's server that refuses, and says all that it heard in its refusal. */
const repeatAll: Parameters<typeof createServer>[1] = async (request, response) => {
  let heard = JSON.stringify(request.headers)
  for await (const chunk of request) heard += chunk
  response.writeHead(401, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: { type: 'authentication_error', message: heard } }))
}

async function start(): Promise<StartedServer> {
  const address = upstream.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const started = await startServer({
    DATA_DIR: dataDir,
    DEMO: '1',
    LOG_LEVEL: 'debug',
    ANTHROPIC_API_KEY: CANARIES['the model’s key'] ?? '',
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${port}`,
  })
  if ('code' in started) throw new Error(started.complaint)
  return started
}

function call(method: string, path: string, headers: Record<string, string>, body?: object) {
  return fetch(`${server.url}/v1/shops/demo${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
}

let clientIds = 0
const command = (more: object = {}) => ({ clientId: `log-test-${++clientIds}`, ...more })

let visitor: Record<string, string>
let staff: Record<string, string>
let thread: string

it('serves a shopper and a teammate, errors and all', async () => {
  await shopperWrites()
  await teammateWorks()
  await strangersKnock()
  expect(server.said()).toContain('rooms_up')
}, 60_000)

async function shopperWrites() {
  const token = makeVisitorToken()
  CANARIES['a visitor’s token'] = token
  visitor = { authorization: `Bearer ${token}` }
  const page = {
    url: `https://shop.example/?q=${CANARIES['a page’s query']}`,
    title: CANARIES['a message'] ?? '',
    itemCode: CANARIES['a path'] ?? '',
  }
  const text = `${CANARIES['a message']}, my card is ${CANARIES['a card number']}`
  const begun = await call('POST', '/conversations', visitor, command({ text, page }))
  const { conversation, room } = v.parse(CommandReply, await begun.json())
  CANARIES['a room token'] = room.token
  thread = `/conversations/${conversation.id}`
  const question = { text: `${CANARIES['a question to the index']} "AND NEAR(`, page }
  const sse = { ...visitor, accept: 'text/event-stream' }
  const streamed = await call('POST', `${thread}/messages`, sse, command(question))
  expect(await streamed.text()).toContain('event: done')
  const email = { email: CANARIES['an e-mail'] }
  expect((await call('POST', `${thread}/email`, visitor, command(email))).status).toBe(200)
  await call('POST', `${thread}/handoff`, visitor, command())
  const url = `${server.url.replace('http', 'ws')}/parties/${room.party}/${room.id}`
  const client = await connectRoom(`${url}?token=${room.token}`)
  client.send({ type: CANARIES['a body that is no JSON'] })
  await client.closed
  await expect(connectRoom(`${url}?token=${CANARIES['a path']}`)).rejects.toThrow('401')
}

async function teammateWorks() {
  const link = await linkFor(CANARIES['an e-mail'] ?? '')
  CANARIES['a one-time link'] = link
  const own = { origin: server.url }
  const [name, password] = [CANARIES['a name'], CANARIES['a password']]
  const spent = await call('POST', '/session/link', own, { token: link, name, password })
  expect(spent.status).toBe(200)
  const cookie = spent.headers.get('set-cookie')?.split(';')[0] ?? ''
  CANARIES['a session'] = cookie.split('=')[1] ?? ''
  staff = { ...own, cookie }
  const email = CANARIES['an e-mail']
  await call('POST', '/session', own, { email, password: `${password}, but wrong` })
  await call('GET', '/inbox/conversations?view=all', staff)
  const inbox = `/inbox${thread}`
  const read = await call('GET', `${inbox}/events?after=0`, staff)
  const reply = v.parse(StaffEventsReply, await read.json())
  CANARIES['a teammate’s room token'] = reply.room.token
  await call('POST', `${inbox}/takeover`, staff, command({ version: reply.conversation.version }))
  const version = reply.conversation.version + 1
  const said = command({ version, text: CANARIES['a reply'] })
  expect((await call('POST', `${inbox}/replies`, staff, said)).status).toBe(200)
  await call('POST', `${inbox}/notes`, staff, command({ text: CANARIES['a note'] }))
  const unanswered = { text: `${CANARIES['a message']} ${UNANSWERED}` }
  await call('POST', `${thread}/messages`, visitor, command(unanswered))
  await call('POST', `${inbox}/hand-back`, staff, command({ version }))
}

async function linkFor(email: string): Promise<string> {
  const { db, close } = openShopFile(shopFile, { mustExist: true })
  const { token } = await addTeammate({ db, now: Date.now, newId }, { email, role: 'teammate' })
  close()
  return token
}

async function strangersKnock() {
  const [path, body] = [CANARIES['a path'], CANARIES['a body that is no JSON'] ?? '']
  for (const url of [`/${path}?${path}`, `/v1/shops/demo/${path}`, `/v1/shops/${path}/widget`]) {
    expect((await fetch(server.url + url)).status).toBe(404)
  }
  const sent = (bytes: string | Uint8Array<ArrayBuffer>) =>
    fetch(`${server.url}/v1/shops/demo/conversations`, { method: 'POST', body: bytes })
  expect((await sent(`{"${body}`)).status).toBe(400)
  expect((await sent(`{"${body}": 1}`)).status).toBe(400)
  expect((await sent(new Uint8Array([...Buffer.from(body), 0xff]))).status).toBe(400)
  expect((await sent(body.repeat(10_000))).status).toBe(413)
  const header = CANARIES['a header'] ?? ''
  await speak(`GET /${path} HTTP/9.9\r\n${header}: x\r\n\r\n`)
  await speak(`GET / HTTP/1.1\r\nhost: x\r\nx: ${header.repeat(5000)}\r\n\r\n`)
  await speak(`${header}\r\n\r\n`)
  const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n'
  await speak(`GET /${path} HTTP/1.1\r\nhost: x\r\n${upgrade}cookie: ${header}\r\n\r\n`)
}

/** Sends bytes that no HTTP client would, and waits until the server has closed. */
async function speak(bytes: string) {
  const { port } = new URL(server.url)
  const socket = connect(Number(port), '127.0.0.1')
  socket.on('error', () => {})
  socket.resume()
  socket.write(bytes)
  await once(socket, 'close')
}

it('fails when its file is broken, in each way that a caller can bring about', async () => {
  breakTables('passages', 'passages_gone')
  const question = { text: CANARIES['a question to the index'] }
  await call('POST', `${thread}/messages`, visitor, command(question))
  breakTables('events', 'events_gone')
  const inbox = `/inbox${thread}`
  const failing = await Promise.all([
    call('POST', `${thread}/messages`, visitor, command({ text: CANARIES['a message'] })),
    call('POST', `${thread}/email`, visitor, command({ email: CANARIES['an e-mail'] })),
    call('GET', `${thread}/events?after=0`, visitor),
    call('POST', `${inbox}/notes`, staff, command({ text: CANARIES['a note'] })),
  ])
  expect(failing.map(({ status }) => status)).toEqual([500, 500, 500, 500])
  breakTables('sessions', 'sessions_gone')
  expect((await call('GET', '/session', staff)).status).toBe(500)
  breakTables('visitors', 'visitors_gone')
  expect((await call('GET', `${thread}/events?after=0`, visitor)).status).toBe(500)
  expect(server.said()).toContain('request.failed')
  for (const name of ['passages', 'events', 'sessions', 'visitors']) {
    breakTables(`${name}_gone`, name)
  }
})

/** Beside the running server, as a disk or a careless hand would. */
function breakTables(from: string, to: string) {
  const client = new BetterSqlite3(shopFile)
  client.pragma('legacy_alter_table = ON')
  client.exec(`ALTER TABLE ${from} RENAME TO ${to}`)
  client.close()
}

it('meets rows that it cannot read', async () => {
  const client = new BetterSqlite3(shopFile)
  const readable = client.prepare('SELECT id, payload FROM events').all()
  // A parser quotes what is as short as this in its complaint.
  client.prepare('UPDATE events SET payload = ?').run(CANARIES['a note'])
  client.exec('UPDATE conversations SET published_seq = 0')
  expect((await call('GET', `${thread}/events?after=0`, visitor)).status).toBe(500)
  await restart()
  await expect.poll(() => server.said()).toContain('publish_failed')
  const mend = client.prepare('UPDATE events SET payload = @payload WHERE id = @id')
  for (const row of readable) mend.run(row)
  client.close()
})

it('makes good after a power cut what it owed', async () => {
  const client = new BetterSqlite3(shopFile)
  // What was written to a teammate was never answered; the assistant holds the conversation now.
  client.exec(`INSERT INTO owed_answers (conversation_id, question_id, seq, created_at)
    SELECT conversation_id, json_extract(payload, '$.message.id'), seq, created_at FROM events
    WHERE payload LIKE '%${UNANSWERED}%'`)
  const owed = () => client.prepare('SELECT count(*) FROM owed_answers').pluck().get()
  expect(owed()).toBe(1)
  await restart()
  await expect.poll(owed).toBe(0)
  client.close()
})

async function restart() {
  saidBefore.push(server.said(), ...server.lines)
  await server.end('SIGKILL')
  server = await start()
}

it('V52: no line of the log and none of the output holds a secret or a word that somebody wrote', () => {
  const written = [...saidBefore, server.said(), ...server.lines].join('\n')
  expect(Object.keys(CANARIES).length).toBeGreaterThan(12)
  for (const [what, canary] of Object.entries(CANARIES)) {
    expect(canary.length, what).toBeGreaterThan(10)
    expect(written.includes(canary), `${what} in the output`).toBe(false)
    expect(written.includes(encodeURIComponent(canary)), `${what} in the output`).toBe(false)
  }
})

it('V26: at rest stands no credential that could be used, and the secret is its owner’s to read', () => {
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
  const kept = readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secret')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
  expect(kept).toContain(CANARIES['a note'])
  for (const what of ['a visitor’s token', 'a session', 'a one-time link', 'a password']) {
    expect(kept.includes(CANARIES[what] ?? ''), what).toBe(false)
  }
  for (const what of ['a room token', 'a teammate’s room token', 'the model’s key']) {
    expect(kept.includes(CANARIES[what] ?? ''), what).toBe(false)
  }
  expect(kept.includes(secret)).toBe(false)
  expect(server.said()).not.toContain(secret)
})
