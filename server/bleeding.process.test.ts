import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CommandReply, InboxReply, StaffEventsReply, StaffReply } from '../protocol/api.ts'
import type { Room } from '../protocol/frames.ts'
import { createShopFile } from './node/shop-files.ts'
import { deriveRoomKeys } from './rooms/derive-room-keys.ts'
import { createShop } from './shops/create-shop.ts'
import { enterRunningShop, type RunningShopEntered } from './testing/enter-running-shop.ts'
import { connectRoom, type RoomClient } from './testing/room-client.ts'
import { type StartedServer, startServer } from './testing/start-server.ts'

/** Two shoppers and two teammates in each of two shops, all of them listening all the time. */
const SHOPS = ['harbour', 'meadow'] as const
type Side = RunningShopEntered & {
  shop: string
  /** Stands in all that this shopper writes. */
  word: string
  heard: { visitor: string; staff: string; inbox: string }
}

let dataDir: string
let server: StartedServer
const sides: Side[] = []
const sockets: RoomClient[] = []

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-bleeding-'))
  for (const shop of SHOPS) {
    await createShopFile(dataDir, shop, (db) => createShop(db, { name: shop, origins: [] }))
  }
  const started = await startServer({ DATA_DIR: dataDir })
  if ('code' in started) throw new Error(started.complaint)
  server = started
  for (const [n, shop] of [...SHOPS, ...SHOPS].entries()) sides.push(await enter(shop, `word${n}`))
})
afterAll(async () => {
  for (const { socket } of sockets) socket.terminate()
  await server.end('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
})

async function enter(shop: string, word: string): Promise<Side> {
  const where = { url: server.url, dataDir }
  const entered = await enterRunningShop(where, { shop, text: `${word} first`, name: 'Marta' })
  const heard = { visitor: '', staff: '', inbox: '' }
  const thread = await entered.call('GET', inboxOf(entered), entered.staff)
  const list = await entered.call('GET', '/inbox/conversations?view=all', entered.staff)
  await listen(entered.room, (text) => (heard.visitor += text))
  await listen(v.parse(StaffEventsReply, await thread.json()).room, (t) => (heard.staff += t))
  await listen(v.parse(InboxReply, await list.json()).room, (t) => (heard.inbox += t))
  return { ...entered, shop, word, heard }
}

const inboxOf = ({ conversationId }: RunningShopEntered) => `/inbox/conversations/${conversationId}`
const ownOf = ({ conversationId }: RunningShopEntered) => `/conversations/${conversationId}`

async function listen({ party, id, token }: Room, hear: (text: string) => void) {
  const url = `${server.url.replace('http', 'ws')}/parties/${party}/${id}?token=${token}`
  const client = await connectRoom(url)
  client.socket.on('message', (data) => hear(String(data)))
  sockets.push(client)
}

/** One round of everything, of one side; all sides go at once. */
async function round(side: Side, n: number) {
  const { call, visitor, staff, word } = side
  const command = (more: object = {}) => ({
    clientId: `${word}-${n}-${Math.random()}`.replace('.', '-'),
    ...more,
  })
  const post = async (path: string, headers: Record<string, string>, body: object) => {
    const reply = await call('POST', path, headers, body)
    expect(reply.status, path).toBe(200)
    return reply.json()
  }
  const own = ownOf(side)
  const inbox = inboxOf(side)
  const said = await post(`${own}/messages`, visitor, command({ text: `${word} asks ${n}` }))
  const { version } = v.parse(CommandReply, said).conversation
  const taken = await post(`${inbox}/takeover`, staff, command({ version }))
  const held = v.parse(StaffReply, taken).conversation.version
  await post(`${inbox}/replies`, staff, command({ version: held, text: `${word} answers ${n}` }))
  await post(`${inbox}/notes`, staff, command({ text: `${word} notes ${n}` }))
  await post(`${own}/email`, visitor, command({ email: `${word}-${n}@home.example` }))
  await post(`${inbox}/hand-back`, staff, command({ version: held }))
}

const ROUNDS = 6
describe('shops and shoppers at once', () => {
  beforeAll(async () => {
    await Promise.all(
      sides.map(async (side) => {
        for (let n = 0; n < ROUNDS; n++) await round(side, n)
      }),
    )
    await vi.waitFor(() => {
      for (const { heard, word } of sides) {
        expect(heard.visitor).toContain(`${word} answers ${ROUNDS - 1}`)
        expect(heard.staff).toContain(`${word} notes ${ROUNDS - 1}`)
        expect(heard.inbox).toContain(`${word} answers ${ROUNDS - 1}`)
      }
    }, 10_000)
  }, 60_000)

  const wordsIn = (text: string) => [...new Set(text.match(/word\d/g))].sort()

  it('V68: a shopper reads and hears their own conversation and no other', async () => {
    for (const side of sides) {
      const read = await side.call('GET', `${ownOf(side)}/events?after=0`, side.visitor)
      expect(wordsIn(await read.text())).toEqual([side.word])
      expect(wordsIn(side.heard.visitor)).toEqual([side.word])
    }
  })

  it('I4: a shopper hears no note and no e-mail, in their own conversation either', () => {
    for (const { heard } of sides)
      expect(heard.visitor).not.toMatch(/ notes |home\.example|assessed/)
  })

  it('I7: a team reads and hears its own shop and no other', async () => {
    for (const side of sides) {
      const ours = sides.filter(({ shop }) => shop === side.shop).map(({ word }) => word)
      const list = await side.call('GET', '/inbox/conversations?view=all', side.staff)
      expect(wordsIn(await list.text())).toEqual(ours)
      expect(wordsIn(side.heard.inbox)).toEqual(ours)
      expect(wordsIn(side.heard.staff).every((word) => ours.includes(word))).toBe(true)
    }
  })

  it('V26: no reply, page or frame holds what only the server may know', async () => {
    const secrets = await storedSecrets()
    expect(secrets.length).toBeGreaterThan(12)
    const shown = sides.flatMap(({ heard }) => Object.values(heard))
    for (const side of sides) {
      for (const path of GETS) shown.push(await everything(side, path))
    }
    const all = shown.join('\n')
    for (const secret of secrets) expect(all.includes(secret), secret.slice(0, 12)).toBe(false)
  })

  it('V20: a room token opens its own room and no other', async () => {
    for (const side of sides) {
      const reply = await side.call('GET', `${ownOf(side)}/events?after=0`, side.visitor)
      const { token } = (await reply.json()).room
      for (const other of sides) {
        const rooms = [`conversation/${other.room.id}`, `inbox/${other.shop}`]
        for (const room of rooms) {
          const url = `${server.url.replace('http', 'ws')}/parties/${room}?token=${token}`
          const outcome = connectRoom(url).then((client) => sockets.push(client))
          if (other === side && room.startsWith('conversation')) await outcome
          else await expect(outcome).rejects.toThrow('401')
        }
      }
    }
  })
})

/** What anybody can ask for, with a path of this side's where there is one to give. */
const GETS = [
  '/widget',
  '/items?code=x',
  '/passages/x',
  '/session',
  '/conversations/:id/events?after=0',
  '/inbox/conversations?view=all',
  '/inbox/conversations/:id',
  '/inbox/conversations/:id/events?after=0',
  '/nothing',
]

/** The reply with its headers, as a teammate and as a shopper; and the pages beside the API. */
async function everything(side: Side, path: string): Promise<string> {
  const { call, staff, visitor, conversationId, shop } = side
  const replies = await Promise.all([
    call('GET', path.replace(':id', conversationId), { ...staff, ...visitor }),
    call('GET', path.replace(':id', 'x'), staff),
    call('PUT', path.replace(':id', conversationId), staff),
    ...['/', '/healthz', '/widget.js', `/inbox/${shop}`, `/data/secret`, '/secret'].map((page) =>
      fetch(server.url + page),
    ),
  ])
  const texts = replies.map(
    async (reply) => JSON.stringify([...reply.headers]) + (await reply.text()),
  )
  return (await Promise.all(texts)).join('\n')
}

/** Every hash in every file, the server's own secret and what is derived from it. */
async function storedSecrets(): Promise<string[]> {
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
  const keys = await deriveRoomKeys(secret)
  const hashes = SHOPS.flatMap((shop) => {
    const client = new BetterSqlite3(join(dataDir, 'shops', `${shop}.sqlite`), { readonly: true })
    const found = client
      .prepare(
        `SELECT token_hash FROM visitors UNION SELECT token_hash FROM sessions
         UNION SELECT token_hash FROM one_time_links UNION SELECT password_hash FROM teammates`,
      )
      .pluck()
      .all()
    client.close()
    return found.filter((hash) => typeof hash === 'string')
  })
  return [...hashes, secret, keys.publishKey, keys.tokenKey]
}
