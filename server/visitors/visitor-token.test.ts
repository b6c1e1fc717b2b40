import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { VisitorToken } from '../../protocol/ids.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import { visitors } from '../db/schema.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from '../testing/test-platform.ts'
import { admitVisitor } from './admit-visitor.ts'
import { limitMessages } from './limit-visitor.ts'
import { makeVisitorToken } from './make-visitor-token.ts'
import { requireVisitor } from './require-visitor.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let test: TestPlatform
let shop: TestShopFile

beforeEach(() => {
  test = testPlatform()
  shop = test.addShop('demo')
  test.addShop('other')
  const whoIs = (c: Context<VisitorEnv>) =>
    c.json({ id: c.get('ctx').actor.visitorId, made: c.get('madeToken') ?? null })
  const probe = new Hono<VisitorEnv>()
    .post('/first-act', admitVisitor, limitMessages, whoIs)
    .get('/known', requireVisitor, whoIs)
  test.app.route('/v1/shops/:shop/probe', probe)
})
afterEach(() => test.close())

function call(path: string, authorization?: string, shopId = 'demo') {
  const method = path === '/first-act' ? 'POST' : 'GET'
  const headers = authorization === undefined ? {} : { authorization }
  return test.app.request(`/v1/shops/${shopId}/probe${path}`, { method, headers })
}
const bearer = (token: string) => `Bearer ${token}`
const firstAct = async (token: string) => (await call('/first-act', bearer(token))).json()

it('makes tokens of the form that the protocol knows, each of its own', () => {
  const tokens = Array.from({ length: 100 }, makeVisitorToken)
  expect(new Set(tokens).size).toBe(100)
  for (const token of tokens) expect(v.is(VisitorToken, token)).toBe(true)
})

it('makes a visitor of a new token, knows it again, and keeps only its hash', async () => {
  const token = makeVisitorToken()
  const { id, made } = await firstAct(token)
  expect(made).toBeNull()
  const response = await call('/known', bearer(token))
  expect(await response.json()).toEqual({ id, made: null })
  expect(response.headers.get('cache-control')).toBe('no-store')
  const rows = shop.db.select().from(visitors).all()
  expect(rows).toMatchObject([{ id, tokenHash: await sha256Hex(token) }])
  expect(JSON.stringify(rows)).not.toContain(token)
})

it('without a token makes one, which then is a token like any other', async () => {
  const { id, made } = await (await call('/first-act')).json()
  expect(await (await call('/known', bearer(made))).json()).toMatchObject({ id })
})

describe('V10: what is no Bearer of the exact form is refused, and makes no visitor', () => {
  const token = makeVisitorToken()
  it.each([
    '',
    'Bearer',
    'Bearer ',
    token,
    `Basic ${token}`,
    `Digest ${token}`,
    `Bearer  ${token}`,
    `Bearer ${token} x`,
    `Bearer ${token},Bearer ${token}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token}A`,
    `Bearer ${token.slice(0, -1)}B`,
    `Bearer ${token.replace('vt_', 'VT_')}`,
    `Bearer ${token.slice(3)}`,
    'Bearer null',
    'Bearer undefined',
    'Bearer []',
  ])('%j', async (authorization) => {
    for (const path of ['/first-act', '/known']) {
      const response = await call(path, authorization)
      expect(response.status).toBe(401)
      expect((await response.json()).error.code).toBe('unauthenticated')
    }
    expect(shop.db.select().from(visitors).all()).toEqual([])
  })
})

it('V27: an unknown token, another shop’s token and a cookie open nothing', async () => {
  const token = makeVisitorToken()
  await firstAct(token)
  expect((await call('/known', bearer(makeVisitorToken()))).status).toBe(401)
  expect((await call('/known', bearer(token), 'other')).status).toBe(401)
  expect((await call('/known')).status).toBe(401)
  const cookie = { cookie: `vt=${token}; cb_demo=${token}; authorization=${token}` }
  const response = await test.app.request('/v1/shops/demo/probe/known', { headers: cookie })
  expect(response.status).toBe(401)
})

it('V31: twenty first acts at once make one visitor', async () => {
  for (let i = 0; i < 10; i++) {
    const token = makeVisitorToken()
    const twins = await Promise.all(Array.from({ length: 20 }, () => firstAct(token)))
    expect(new Set(twins.map(({ id }) => id)).size).toBe(1)
    // The messages of one visitor are limited; the next minute begins.
    test.clock.nowAt += 60_000
  }
  expect(shop.db.select().from(visitors).all()).toHaveLength(10)
})

it('a token lasts 180 days from its last use', async () => {
  const token = makeVisitorToken()
  const { id } = await firstAct(token)
  for (let i = 0; i < 3; i++) {
    test.clock.nowAt += 179 * DAY_MS
    expect(await (await call('/known', bearer(token))).json()).toMatchObject({ id })
  }
  test.clock.nowAt += 181 * DAY_MS
  expect((await call('/known', bearer(token))).status).toBe(401)
  const anew = await firstAct(token)
  expect(anew.id).not.toBe(id)
  expect(await (await call('/known', bearer(token))).json()).toMatchObject({ id: anew.id })
})

it('a visitor sends 20 messages a minute, and begins 10 conversations a minute from an address', async () => {
  const token = makeVisitorToken()
  for (let i = 0; i < 20; i++) expect((await call('/first-act', bearer(token))).status).toBe(200)
  const refused = await call('/first-act', bearer(token))
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  test.peer.address = '203.0.113.7'
  for (let i = 0; i < 10; i++) expect((await call('/first-act')).status).toBe(200)
  expect((await call('/first-act')).status).toBe(429)
})
