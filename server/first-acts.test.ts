import * as v from 'valibot'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CommandReply, EventsReply } from '../protocol/api.ts'
import { conversations, visitors } from './db/schema.ts'
import { instantAnswerer } from './testing/instant-answerer.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from './testing/test-platform.ts'
import { makeVisitorToken } from './visitors/make-visitor-token.ts'

// Each acknowledged message is synced to the disk, which a busy machine makes slow.
vi.setConfig({ testTimeout: 90_000 })

let test: TestPlatform
let shop: TestShopFile
beforeEach(() => {
  test = testPlatform({ answerer: instantAnswerer })
  shop = test.addShop('demo')
})
afterEach(() => test.close())

const CONVERSATIONS = '/v1/shops/demo/conversations'
function post(token: string | undefined, clientId: string, path = '', text = 'Is it wool?') {
  return test.app.request(CONVERSATIONS + path, {
    method: 'POST',
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    body: JSON.stringify({ clientId, text }),
  })
}
const replyOf = async (response: Response) => v.parse(CommandReply, await response.json())

it('V31: first acts that are sent twenty times at once make one conversation each', async () => {
  for (let i = 0; i < 20; i++) {
    const token = makeVisitorToken()
    const twins = await Promise.all(Array.from({ length: 20 }, () => post(token, `first-act-${i}`)))
    const replies = await Promise.all(twins.map(replyOf))
    expect(new Set(replies.map(({ conversation }) => conversation.id)).size).toBe(1)
  }
  expect(shop.db.select().from(conversations).all()).toHaveLength(20)
  expect(shop.db.select().from(visitors).all()).toHaveLength(20)
})

it('V31: a first act that is refused leaves no visitor and counts as no conversation', async () => {
  test.peer.address = '203.0.113.7'
  const bodies = [
    '{"clientId": "first-act"',
    JSON.stringify({ clientId: 'first-act' }),
    JSON.stringify({ clientId: 'first-act', text: '' }),
    JSON.stringify({ clientId: 'first-act', text: 'One?', handoff: true }),
    JSON.stringify({ clientId: 'first-act', text: ' \n ' }),
    JSON.stringify({ clientId: 'first-act', text: '\ud800' }),
    JSON.stringify({ clientId: 'first-act', text: 'x'.repeat(4001) }),
    'x'.repeat(70_000),
  ]
  for (const token of [undefined, makeVisitorToken()]) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    for (const body of bodies) {
      const response = await test.app.request(CONVERSATIONS, { method: 'POST', headers, body })
      expect(Math.trunc(response.status / 100)).toBe(4)
      expect(response.status).not.toBe(429)
    }
  }
  expect(shop.db.select().from(visitors).all()).toEqual([])
  expect((await post(undefined, 'first-act')).status).toBe(200)
})

it('V22: two hundred visitors behind one address each read their own words', async () => {
  const own = await Promise.all(
    Array.from({ length: 200 }, async (_, i) => {
      const { conversation, visitorToken } = await replyOf(
        await post(undefined, 'the-same-id', '', `words of visitor ${i}.`),
      )
      return { id: conversation.id, token: visitorToken, words: `words of visitor ${i}.` }
    }),
  )
  for (const { id, token, words } of own) {
    const headers = { authorization: `Bearer ${token}` }
    const response = await test.app.request(`${CONVERSATIONS}/${id}/events`, { headers })
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { events } = v.parse(EventsReply, await response.json())
    const said = JSON.stringify(events).match(/words of visitor \d+\./g)
    expect(said).toEqual([words])
  }
})

it('a visitor’s 21st message in a minute is refused, loses nothing and is taken when the minute is over', async () => {
  const token = makeVisitorToken()
  const { conversation } = await replyOf(await post(token, 'first-act'))
  for (let i = 1; i < 20; i++) {
    expect((await post(token, `message-${i}`, `/${conversation.id}/messages`)).status).toBe(200)
  }
  const refused = await post(token, 'message-20', `/${conversation.id}/messages`)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect((await post(token, 'another-act')).status).toBe(429)
  test.clock.nowAt += 60_000
  const { events } = await replyOf(await post(token, 'message-20', `/${conversation.id}/messages`))
  expect(events.filter(({ clientId }) => clientId === 'message-20')).toHaveLength(1)
})
