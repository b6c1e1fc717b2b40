import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SessionReply } from '../../protocol/api.ts'
import { sha256Hex } from '../core/sha256-hex.ts'
import { sessions, teammates } from '../db/schema.ts'
import { signInTeammate, TEST_ORIGIN, TEST_PASSWORD } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from '../testing/test-platform.ts'
import { addTeammate } from './add-teammate.ts'

const DAY_MS = 24 * 60 * 60 * 1000
let test: TestPlatform
let shop: TestShopFile

beforeEach(() => {
  test = testPlatform()
  shop = test.addShop('demo', { name: 'Marlow' })
})
afterEach(() => test.close())

const SESSION = `${TEST_ORIGIN}/v1/shops/demo/session`
const whoAmI = (headers: Record<string, string>, url = SESSION) =>
  test.app.request(url, { headers })
const signIn = (body: unknown, headers: Record<string, string> = {}, url = SESSION) =>
  test.app.request(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin, ...headers },
    body: JSON.stringify(body),
  })

it('says who is signed in, in exactly the fields of the reply', async () => {
  const marta = await signInTeammate(test, 'demo')
  const reply = await (await whoAmI(marta.headers)).json()
  expect(v.parse(v.strictObject(SessionReply.entries), reply)).toEqual({
    teammate: {
      id: marta.teammateId,
      name: 'Marta',
      initials: 'M',
      email: 'marta@demo.example',
      role: 'teammate',
    },
    shop: { id: 'demo', name: 'Marlow', language: 'en' },
  })
})

it('signs in with the address in any case', async () => {
  await signInTeammate(test, 'demo')
  const response = await signIn({ email: ' Marta@DEMO.example', password: TEST_PASSWORD })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
})

it('V31: makes a new session at each sign-in and ends the one that came along', async () => {
  const marta = await signInTeammate(test, 'demo')
  const again = await signIn({ email: marta.email, password: TEST_PASSWORD }, marta.headers)
  const cookie = again.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(cookie).not.toBe(marta.cookie)
  expect((await whoAmI({ cookie })).status).toBe(200)
  expect((await whoAmI(marta.headers)).status).toBe(401)
  expect(shop.publish.kicked).toEqual([await sha256Hex(marta.cookie.split('=')[1] ?? '')])
})

it('V31: takes no session whose token the client chose', async () => {
  await signInTeammate(test, 'demo')
  const chosen = `cb_demo=${'A'.repeat(43)}`
  const response = await signIn(
    { email: 'marta@demo.example', password: TEST_PASSWORD },
    { cookie: chosen },
  )
  expect(response.headers.get('set-cookie')).not.toContain(chosen)
  expect((await whoAmI({ cookie: chosen })).status).toBe(401)
})

it('keeps only the hash of a session and sets a cookie that scripts and other sites cannot use', async () => {
  const marta = await signInTeammate(test, 'demo')
  const [row] = shop.db.select().from(sessions).all()
  expect(row?.tokenHash).toBe(await sha256Hex(marta.cookie.split('=')[1] ?? ''))
  const response = await signIn({ email: marta.email, password: TEST_PASSWORD })
  expect(response.headers.get('set-cookie')).toMatch(
    /^cb_demo=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
  )
})

it('on https the cookie is bound to this host and to https', async () => {
  test.close()
  test = testPlatform({ publicUrl: 'https://chat.example' })
  test.addShop('demo')
  // Behind a proxy the request itself is plain http.
  const url = 'http://10.0.0.5:8787/v1/shops/demo/session/link'
  const response = await test.app.request(url, {
    method: 'POST',
    headers: { origin: 'https://chat.example' },
    body: JSON.stringify({ token: 'x'.repeat(43), password: TEST_PASSWORD }),
  })
  expect(response.status).toBe(401)
  const { now, newId, shops } = test.platform
  const db = shops.find('demo')?.db
  if (!db) throw new Error('no shop')
  const link = await addTeammate(
    { db, now, newId },
    { email: 'marta@demo.example', name: 'Marta', role: 'owner' },
  )
  const spent = await test.app.request(url, {
    method: 'POST',
    headers: { origin: 'https://chat.example' },
    body: JSON.stringify({ token: link.token, password: TEST_PASSWORD }),
  })
  const cookie = spent.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-cb_demo=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  const bare = cookie.split(';')[0]?.replace('__Host-', '') ?? ''
  expect((await whoAmI({ cookie: bare })).status).toBe(401)
  expect((await whoAmI({ cookie: `__Host-${bare}` })).status).toBe(200)
})

it('lasts 14 days from the last use, and sends the cookie anew when it is prolonged', async () => {
  const { headers } = await signInTeammate(test, 'demo')
  test.clock.nowAt += 13 * DAY_MS
  expect((await whoAmI(headers)).headers.get('set-cookie')).toContain('Max-Age=1209600')
  expect((await whoAmI(headers)).headers.get('set-cookie')).toBeNull()
  test.clock.nowAt += 13 * DAY_MS
  expect((await whoAmI(headers)).status).toBe(200)
  test.clock.nowAt += 14 * DAY_MS
  expect((await whoAmI(headers)).status).toBe(401)
})

it('V28: signing out ends the session, its sockets and the presence', async () => {
  const marta = await signInTeammate(test, 'demo')
  const response = await test.app.request(SESSION, { method: 'DELETE', headers: marta.headers })
  expect(response.status).toBe(204)
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await whoAmI(marta.headers)).status).toBe(401)
  expect(shop.publish.kicked).toHaveLength(1)
  expect(shop.db.select().from(teammates).all()[0]?.aroundAt).toBe(0)
})

it('I7: a session of one shop is nothing in another', async () => {
  test.addShop('other')
  const marta = await signInTeammate(test, 'demo')
  const url = SESSION.replace('demo', 'other')
  expect((await whoAmI(marta.headers, url)).status).toBe(401)
  const renamed = marta.cookie.replace('cb_demo', 'cb_other')
  expect((await whoAmI({ cookie: renamed }, url)).status).toBe(401)
  const right = { email: marta.email, password: TEST_PASSWORD }
  expect((await signIn(right, {}, url)).status).toBe(401)
})
