import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type JsonBody, MALFORMED, SOUND } from '../testing/json-bombs.ts'
import { TEST_ORIGIN } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'
import { twoShops } from '../testing/two-shops.ts'

let test: TestPlatform
beforeAll(() => {
  test = testPlatform({ trustProxyHops: 1 })
  test.addShop('demo')
})
afterAll(() => test.close())

let address = 0
function send(body: JsonBody) {
  return test.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN, 'x-forwarded-for': `192.0.2.${++address}` },
    body,
  })
}

describe('V49: refuses', () => {
  it.each(Object.entries(MALFORMED))('%s', async (_, body) => {
    const response = await send(body)
    expect(response.status).toBe(400)
    expect((await response.json()).error.code).toBe('body_malformed')
  })
})

describe('V49: reads', () => {
  it.each(Object.entries(SOUND))('%s', async (_, body) => {
    const response = await send(body)
    expect((await response.json()).error.code).toBe('credentials_wrong')
  })
})

it('V49: no body changes a prototype', () => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { email?: string }).email).toBeUndefined()
})

it('V49: no route that takes a body believes a malformed one, or breaks on it', {
  timeout: 90_000,
}, async () => {
  const shops = await twoShops()
  const { ofA } = shops.threads
  const routes = shops.test.app.routes.filter(({ method }) => method === 'POST')
  for (const path of new Set(routes.map((route) => route.path))) {
    const caller =
      path.includes('/conversations') && !path.includes('/inbox/') ? 'visitorA' : 'admin'
    const url = path
      .replace(':shop', 'demo')
      .replace(':id', ofA.id)
      .replace(':messageId', ofA.answerId)
    for (const [name, body] of Object.entries(MALFORMED)) {
      // A minute a call: nothing here is about rates.
      shops.test.clock.nowAt += 60_000
      const { headers } = shops.callers[caller]
      const response = await shops.test.app.request(TEST_ORIGIN + url, {
        method: 'POST',
        headers,
        body,
      })
      expect(response.status, `${path}: ${name}`).toBe(400)
    }
  }
  shops.test.close()
})
