import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'

const SHOP_ORIGIN = 'https://shop.example'
const FOREIGN = [
  'null',
  '',
  'https://evil.example',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'https://www.shop.example',
  'https://shop.example:8443',
  'https://shop.example:443',
  'http://shop.example',
  'https://SHOP.example',
  'https://shop.example/',
  'https://shop.example, https://evil.example',
  'https://xn--shp-tna.example',
  'https://shöp.example',
  'file://',
]
const LOOPBACK = [
  'http://localhost',
  'http://localhost:3000',
  'https://127.0.0.1:8788',
  'http://[::1]:1',
]
const NEARLY_LOOPBACK = [
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.2',
  'http://0.0.0.0:8080',
  'http://[::]:80',
  'http://localhost:3000/',
  'ftp://localhost',
]
const OPEN_ROUTES = [
  '/widget',
  '/items?code=1',
  '/passages/psg_1',
  '/conversations',
  '/conversations/cnv_1/messages',
]

let test: TestPlatform
let loopbackTest: TestPlatform
beforeAll(() => {
  test = testPlatform()
  test.addShop('demo', { origins: [SHOP_ORIGIN] })
  test.addShop('closed')
  loopbackTest = testPlatform({ hostIsLoopback: true })
  loopbackTest.addShop('demo', { origins: [SHOP_ORIGIN] })
})
afterAll(() => {
  test.close()
  loopbackTest.close()
})

function ask(platform: TestPlatform, path: string, origin: string | undefined, method = 'GET') {
  return platform.app.request(`/v1/shops/${path}`, {
    method,
    headers: origin === undefined ? {} : { origin },
  })
}

function corsHeaders(response: Response) {
  return Object.fromEntries([...response.headers].filter(([k]) => k.startsWith('access-control')))
}

describe.each(OPEN_ROUTES)('V29: demo%s', (route) => {
  it('answers the shop’s own origin, exactly and never with credentials', async () => {
    const response = await ask(test, `demo${route}`, SHOP_ORIGIN)
    expect(response.status).not.toBe(403)
    expect(corsHeaders(response)).toEqual({
      'access-control-allow-origin': SHOP_ORIGIN,
      'access-control-expose-headers': 'retry-after, x-request-id',
    })
    expect(response.headers.get('vary')).toContain('origin')
  })

  it('answers its preflight', async () => {
    const response = await ask(test, `demo${route}`, SHOP_ORIGIN, 'OPTIONS')
    expect(response.status).toBe(204)
    expect(corsHeaders(response)).toMatchObject({
      'access-control-allow-origin': SHOP_ORIGIN,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
    })
  })

  it.each([...FOREIGN, ...LOOPBACK, ...NEARLY_LOOPBACK])('refuses %j', async (origin) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const response = await ask(test, `demo${route}`, origin, method)
      expect(response.status).toBe(403)
      expect(corsHeaders(response)).toEqual({})
    }
  })

  it.each(LOOPBACK)('lets %s call only while the server listens on loopback', async (origin) => {
    const response = await ask(loopbackTest, `demo${route}`, origin)
    expect(response.headers.get('access-control-allow-origin')).toBe(origin)
  })

  it.each([...FOREIGN, ...NEARLY_LOOPBACK])('on loopback too refuses %j', async (origin) => {
    expect((await ask(loopbackTest, `demo${route}`, origin)).status).toBe(403)
  })
})

it('V29: an empty list lets nobody else call, and a call that no page makes goes on', async () => {
  expect((await ask(test, 'closed/widget', SHOP_ORIGIN)).status).toBe(403)
  const response = await ask(test, 'closed/widget', undefined)
  expect(response.status).toBe(200)
  expect(corsHeaders(response)).toEqual({})
})

it('a refusal that a page of the shop gets can be read there', async () => {
  const response = await ask(test, 'demo/conversations/cnv_1/events', SHOP_ORIGIN)
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.headers.get('access-control-allow-origin')).toBe(SHOP_ORIGIN)
})

it('a refusal of an origin says how to let it in', async () => {
  const { error } = await (await ask(test, 'demo/widget', 'https://www.shop.example')).json()
  expect(error.message).toContain('npm run counterbell -- shop settings --shop demo')
})
