import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { createEventLog } from '../inbox/models/event-log.ts'
import type { StaffEventsReply } from '../protocol/api.ts'
import type { ConversationId } from '../protocol/ids.ts'
import { createApiClient } from '../widget/panel/model/api-client.ts'
import type { ConversationState } from '../widget/panel/model/conversation-model.ts'
import { createAtom } from '../widget/panel/store/atom.ts'
import { openWire } from '../widget/panel/wire/open-wire.ts'
import { listEvents } from './conversations/log/store.ts'
import { signInTeammate, TEST_ORIGIN } from './testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from './testing/test-platform.ts'

const PAGE_LIMIT = 200
const MESSAGES = 205
const SHOP_URL = `${TEST_ORIGIN}/v1/shops/demo`
const TOKEN = `vt_${'a'.repeat(42)}A`
const VISITOR = { authorization: `Bearer ${TOKEN}` }

let platform: TestPlatform
let shop: TestShopFile
let staff: Record<string, string>
let id: ConversationId
let sent = 0

beforeAll(async () => {
  platform = testPlatform()
  shop = platform.addShop('demo', { rates: { messagesPerMinuteVisitor: 100_000 } })
  staff = (await signInTeammate(platform, 'demo')).headers
  id = (await post('/conversations', VISITOR, { handoff: true })).conversation.id
  for (let n = 1; n <= MESSAGES; n++) {
    await post(`/conversations/${id}/messages`, VISITOR, { text: `message ${n}` })
    if (n % 4 === 0) await post(`/inbox/conversations/${id}/notes`, staff, { text: `note ${n}` })
  }
  // With nobody to wait for the panel asks once, and does not go on asking.
  await post(`/conversations/${id}/handoff/cancel`, VISITOR, {})
  return platform.close
}, 120_000)

async function request(path: string, init: RequestInit) {
  const response = await platform.app.request(SHOP_URL + path, init)
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  return response.json()
}

function post(path: string, headers: Record<string, string>, body: object) {
  const clientId = `long-thread-${++sent}`
  return request(path, { method: 'POST', headers, body: JSON.stringify({ clientId, ...body }) })
}

const storedFor = (viewer: 'visitor' | 'staff') =>
  listEvents(shop.db, id, viewer, 0, Number.MAX_SAFE_INTEGER)

test('R5: a thread of more than a page arrives whole in the panel, page by page', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    asked.push(url.slice(url.indexOf('?')))
    return platform.app.request(url, init)
  })
  // What the wire listens to in a browser.
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  vi.stubGlobal('addEventListener', () => {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const state: ConversationState = {
    thread: createAtom({ conversation: null, events: [] }),
    live: createAtom(null),
    writing: createAtom(null),
  }
  const wire = openWire({
    api: createApiClient(SHOP_URL, () => TOKEN),
    language: 'en',
    resumeId: id,
    state,
    onEvent() {},
    emit() {},
    onRound() {},
  })
  onTestFinished(wire.dispose)
  const stored = storedFor('visitor')
  expect(stored.length).toBeGreaterThan(PAGE_LIMIT)
  await vi.waitFor(() => expect(state.thread.get().events).toEqual(stored), 10_000)
  expect(asked.slice(0, 2)).toEqual(['?after=0', `?after=${stored[PAGE_LIMIT - 1]?.seq}`])
})

test('R5: and in the inbox, with what only staff see', async () => {
  const asked: number[] = []
  const log = createEventLog(async (after) => {
    asked.push(after)
    const path = `/inbox/conversations/${id}/events?after=${after}`
    const value: StaffEventsReply = await request(path, { headers: staff })
    return { ok: true, value }
  })
  await log.fetch()
  const stored = storedFor('staff')
  expect(stored.length).toBeGreaterThan(storedFor('visitor').length)
  expect(log.events.value).toEqual(stored)
  expect(asked).toEqual([0, PAGE_LIMIT])
})
