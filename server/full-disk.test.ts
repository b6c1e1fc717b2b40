import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CommandReply, EventsReply } from '../protocol/api.ts'
import type { ConversationId } from '../protocol/ids.ts'
import { createLiveAnswers } from './conversations/answering/live-answers.ts'
import { instantAnswerer } from './testing/instant-answerer.ts'
import { signInTeammate, TEST_ORIGIN } from './testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from './testing/test-platform.ts'
import { makeVisitorToken } from './visitors/make-visitor-token.ts'

const visitor = { authorization: `Bearer ${makeVisitorToken()}` }
let test: TestPlatform
let shop: TestShopFile
let id: ConversationId
let staff: Record<string, string>
const unstored: unknown[] = []

beforeAll(async () => {
  test = testPlatform({ answerer: instantAnswerer })
  shop = test.addShop('demo', { rates: { messagesPerMinuteVisitor: 10_000 } })
  // An answer that cannot be stored, nor its failure: the server logs it.
  shop.live = createLiveAnswers((error) => void unstored.push(error))
  staff = (await signInTeammate(test, 'demo')).headers
  const begun = await post('/conversations', visitor, { text: 'Hello' })
  id = v.parse(CommandReply, await begun.json()).conversation.id
})
afterAll(() => test.close())

let clientIds = 0
function post(path: string, headers: Record<string, string>, body: object) {
  clientIds += 1
  return test.app.request(`${TEST_ORIGIN}/v1/shops/demo${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ clientId: `full-disk-${clientIds}`, ...body }),
  })
}

/** As a disk does that has room for so many pages and no more. */
function limitPages(pages: number): void {
  shop.db.get(sql.raw(`PRAGMA max_page_count = ${pages}`))
}

function pageCount(): number {
  const row = shop.db.get<{ page_count: number }>(sql`PRAGMA page_count`)
  return row.page_count
}

async function storedTexts(): Promise<string[]> {
  const texts: string[] = []
  for (let after = 0, more = true; more; ) {
    const url = `${TEST_ORIGIN}/v1/shops/demo/conversations/${id}/events?after=${after}`
    const reply = v.parse(
      EventsReply,
      await (await test.app.request(url, { headers: visitor })).json(),
    )
    for (const event of reply.events) {
      const said = event.type === 'message.created' && event.author.kind === 'visitor'
      if (said) texts.push(event.message.text)
      after = event.seq
    }
    more = reply.more
  }
  return texts
}

it('a full disk acknowledges nothing that it does not store, goes on reading, and is itself again afterwards', async () => {
  limitPages(pageCount() + 20)
  const acknowledged = ['Hello']
  let refused: Response | undefined
  for (let n = 0; n < 500 && !refused; n++) {
    const text = `message ${n} ${'x'.repeat(500)}`
    const response = await post(`/conversations/${id}/messages`, visitor, { text })
    if (response.status === 200) acknowledged.push(text)
    else refused = response
  }
  expect(await refused?.json()).toMatchObject({ error: { code: 'storage_full' } })
  expect(await storedTexts()).toEqual(acknowledged)

  const text = 'y'.repeat(3000)
  const doors = [
    await post('/conversations', {}, { text }),
    await post(`/conversations/${id}/messages`, visitor, { text }),
    await post(`/inbox/conversations/${id}/notes`, staff, { text }),
  ]
  for (const response of doors) {
    expect(response.status).toBe(503)
    expect((await response.json()).error.code).toBe('storage_full')
  }
  expect(await storedTexts()).toEqual(acknowledged)

  for (const error of unstored) expect(error).toMatchObject({ code: 'SQLITE_FULL' })

  limitPages(1_000_000)
  const after = await post(`/conversations/${id}/messages`, visitor, {
    text: 'There is room again',
  })
  expect(after.status).toBe(200)
  expect(await storedTexts()).toEqual([...acknowledged, 'There is room again'])
})
