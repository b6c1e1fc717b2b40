import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CommandReply, EventsReply } from '../protocol/api.ts'
import type { ConversationId } from '../protocol/ids.ts'
import { instantAnswerer } from './testing/instant-answerer.ts'
import { signInTeammate, TEST_ORIGIN } from './testing/sign-in-teammate.ts'
import { type TestPlatform, testPlatform } from './testing/test-platform.ts'
import { makeVisitorToken } from './visitors/make-visitor-token.ts'

const HOUR_MS = 60 * 60_000
const START_AT = Date.UTC(2026, 9, 25, 0, 30)
/** What becomes of the wall clock while an hour passes: set back, set forward, and a summer that ends. */
const JUMPS_MS = [-2 * HOUR_MS, 30 * 24 * HOUR_MS, -30 * 24 * HOUR_MS, 365 * 24 * HOUR_MS, -HOUR_MS]

const visitor = { authorization: `Bearer ${makeVisitorToken()}` }
let wallAt = START_AT
let test: TestPlatform
let staff: Record<string, string>
let id: ConversationId

beforeAll(async () => {
  test = testPlatform({ answerer: instantAnswerer, now: () => wallAt })
  test.clock.nowAt = START_AT
  test.addShop('demo')
  staff = (await signInTeammate(test, 'demo')).headers
  id = (await say('said first')).id
})
afterAll(() => test.close())

async function say(text: string): Promise<{ id: ConversationId; status: number }> {
  const path = id ? `/conversations/${id}/messages` : '/conversations'
  const response = await test.app.request(`${TEST_ORIGIN}/v1/shops/demo${path}`, {
    method: 'POST',
    headers: visitor,
    body: JSON.stringify({ clientId: text.replaceAll(' ', '-'), text }),
  })
  const { conversation } = v.parse(CommandReply, await response.json())
  return { id: conversation.id, status: response.status }
}

it('a clock that jumps signs nobody out, forgets no shopper and keeps the order', async () => {
  const sent = ['said first']
  for (const jumpMs of JUMPS_MS) {
    wallAt += jumpMs
    test.clock.nowAt += HOUR_MS
    const text = `after ${jumpMs / HOUR_MS} hours`
    expect((await say(text)).status).toBe(200)
    sent.push(text)
    const session = await test.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, {
      headers: staff,
    })
    expect(session.status).toBe(200)
  }
  const url = `${TEST_ORIGIN}/v1/shops/demo/conversations/${id}/events?after=0`
  const response = await test.app.request(url, { headers: visitor })
  const { events } = v.parse(EventsReply, await response.json())
  expect(events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).sort((a, b) => a - b))
  const said = events.flatMap((event) =>
    event.type === 'message.created' && event.author.kind === 'visitor' ? [event.message.text] : [],
  )
  expect(said).toEqual(sent)
})

it('what a credential lives is counted by the clock that does not jump', async () => {
  test.clock.nowAt += 15 * 24 * HOUR_MS
  const session = await test.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, { headers: staff })
  expect(session.status).toBe(401)
})
