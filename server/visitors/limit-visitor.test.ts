import { afterEach, beforeEach, expect, it } from 'vitest'
import { instantAnswerer } from '../testing/instant-answerer.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'
import { makeVisitorToken } from './make-visitor-token.ts'

let test: TestPlatform
beforeEach(() => {
  test = testPlatform({ answerer: instantAnswerer })
})
afterEach(() => test.close())

async function enter() {
  test.addShop('demo', { rates: { commandsPerMinuteVisitor: 5 } })
  const headers = { authorization: `Bearer ${makeVisitorToken()}` }
  const post = (path: string, body: object) =>
    test.app.request(`/v1/shops/demo/conversations${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ clientId: crypto.randomUUID(), ...body }),
    })
  const { conversation, events } = await (await post('', { text: 'Hello?' })).json()
  const answer = events.find(
    (event: { author: { kind: string } }) => event.author.kind === 'assistant',
  )
  return { headers, post, id: conversation.id, answerId: answer.message.id }
}

it('a visitor’s commands have a minute’s measure of their own', async () => {
  const { headers, post, id, answerId } = await enter()
  const commands: [string, object][] = [
    [`/${id}/messages/${answerId}/rating`, { rating: 'up' }],
    [`/${id}/email`, { email: 'me@home.example' }],
    [`/${id}/handoff`, {}],
    [`/${id}/handoff/cancel`, {}],
    [`/${id}/handoff/decline`, {}],
  ]
  for (const [path, body] of commands) expect((await post(path, body)).status).toBe(200)
  for (const [path, body] of commands) {
    const refused = await post(path, body)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect((await refused.json()).error.code).toBe('rate_limited')
  }
  const events = await test.app.request(`/v1/shops/demo/conversations/${id}/events`, { headers })
  expect(events.status).toBe(200)
  expect((await post(`/${id}/messages`, { text: 'Still there?' })).status).toBe(200)
  test.clock.nowAt += 60_000
  expect((await post(`/${id}/handoff`, {})).status).toBe(200)
})
