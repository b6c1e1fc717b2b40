import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { AppError } from '../core/app-error.ts'
import type { LogFields } from '../core/log.ts'
import { silentLog } from '../testing/silent-log.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'

const SECRET = 'marta@shop.example said: vt_secret'
let test: TestPlatform
let thrown: unknown
const logged: LogFields[] = []

beforeAll(() => {
  const log = { ...silentLog, error: (_: string, fields = {}) => void logged.push(fields) }
  test = testPlatform({ log })
  test.app.get('/v1/boom', () => {
    throw thrown
  })
})
beforeEach(() => {
  logged.length = 0
})
afterAll(() => test.close())

async function reply(error: unknown) {
  thrown = error
  const response = await test.app.request('/v1/boom')
  return { response, error: (await response.json()).error }
}

it('answers a refusal with its code, its sentence and the id of the request', async () => {
  const { response, error } = await reply(
    new AppError('rate_limited', 'Too often.', { retryAfterSeconds: 7 }),
  )
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(error).toEqual({
    code: 'rate_limited',
    message: 'Too often.',
    requestId: response.headers.get('x-request-id'),
    details: { retryAfterSeconds: 7 },
  })
  expect(logged).toEqual([])
})

it('V52: of an unknown error the reply and the log keep the id, and nothing that it said', async () => {
  for (const error of [new Error(SECRET), new TypeError(SECRET, { cause: SECRET })]) {
    const { response, error: body } = await reply(error)
    expect(response.status).toBe(500)
    expect(body.code).toBe('internal')
    expect(JSON.stringify(body) + JSON.stringify(logged)).not.toContain('secret')
    expect(logged.pop()).toMatchObject({ requestId: body.requestId, error: error.name })
  }
})

it('a full disk is 503 and says to keep the text; a busy file is 503', async () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  expect((await reply(full)).error.code).toBe('storage_full')
  expect((await reply(new Error('query failed', { cause: full }))).response.status).toBe(503)
  const busy = Object.assign(new Error('locked'), { code: 'SQLITE_BUSY_SNAPSHOT' })
  expect((await reply(busy)).error.code).toBe('unavailable')
  expect(logged).toHaveLength(3)
})

it('answers an unknown address as JSON, framed by nobody and kept by nobody', async () => {
  const response = await test.app.request('/v1/nowhere?token=secret')
  expect(response.status).toBe(404)
  const { error } = await response.json()
  expect(error).toEqual({
    code: 'not_found',
    message: 'There is nothing at this address.',
    requestId: response.headers.get('x-request-id'),
  })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
})
