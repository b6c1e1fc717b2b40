import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInTeammate, TEST_ORIGIN, TEST_PASSWORD } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'

const CONTENT_TYPES = [
  undefined,
  'application/json',
  'application/json; charset=utf-8',
  'application/json-patch+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain;charset=UTF-8',
  'text/html',
  'application/octet-stream',
  'application/csp-report',
  'x/y',
]
const FOREIGN_ORIGINS = [
  undefined,
  'null',
  'https://evil.example',
  'https://chat.example',
  'http://chat.example:8080',
  'http://chat.example.evil.example',
  'http://evilchat.example',
  'http://CHAT.example',
  'http://chat.example/',
]

let test: TestPlatform
let cookie: string
beforeAll(async () => {
  test = testPlatform({ hostIsLoopback: true })
  test.addShop('demo', { origins: ['https://evil.example'] })
  cookie = (await signInTeammate(test, 'demo')).cookie
})
afterAll(() => test.close())

function send(method: string, path: string, headers: Record<string, string | undefined>) {
  const known = Object.entries({ cookie, ...headers }).filter((pair) => pair[1] !== undefined)
  return test.app.request(`${TEST_ORIGIN}/v1/shops/demo${path}`, {
    method,
    headers: Object.fromEntries(known.map(([name, value]) => [name, String(value)])),
    body:
      method === 'POST'
        ? JSON.stringify({ email: 'marta@demo.example', password: TEST_PASSWORD })
        : null,
  })
}

const ROUTES = [
  ['POST', '/session'],
  ['POST', '/session/link'],
  ['DELETE', '/session'],
] as const

describe.each(ROUTES)('V34: %s %s', (method, path) => {
  it.each(FOREIGN_ORIGINS)('refuses Origin %s with every content type', async (origin) => {
    for (const type of CONTENT_TYPES) {
      const response = await send(method, path, { origin, 'content-type': type })
      expect(response.status, type).toBe(403)
      expect((await response.json()).error.code).toBe('origin_not_allowed')
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('refuses what a browser calls cross-site, even under our own Origin', async () => {
    const headers = { origin: TEST_ORIGIN, 'sec-fetch-site': 'cross-site' }
    expect((await send(method, path, headers)).status).toBe(403)
  })
})

it('V29: a staff route answers no preflight and opens itself to no origin', async () => {
  for (const path of ['/session', '/session/link', '/inbox/conversations']) {
    for (const origin of ['https://evil.example', 'http://localhost:3000', TEST_ORIGIN]) {
      const response = await send('OPTIONS', path, {
        origin,
        'access-control-request-method': 'POST',
      })
      expect(response.status).toBe(404)
      expect([...response.headers.keys()].filter((k) => k.startsWith('access-control'))).toEqual([])
    }
  }
})

it('takes our own origin from a trusted proxy’s scheme, and from no other', async () => {
  const headers = { origin: 'https://chat.example', 'x-forwarded-proto': 'https' }
  expect((await send('POST', '/session', headers)).status).toBe(403)
  const proxied = testPlatform({ trustProxyHops: 1 })
  proxied.addShop('demo')
  const sent = (proto: string) =>
    proxied.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, {
      method: 'POST',
      headers: { origin: 'https://chat.example', 'x-forwarded-proto': proto },
      body: JSON.stringify({ email: 'nobody@demo.example', password: 'x' }),
    })
  expect((await sent('https')).status).toBe(401)
  expect((await sent('http, https')).status).toBe(401)
  expect((await sent('https, http')).status).toBe(403)
  expect((await sent('javascript')).status).toBe(403)
  proxied.close()
})
