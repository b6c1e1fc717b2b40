import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneTimeLinks, teammates } from '../db/schema.ts'
import { signInTeammate, TEST_ORIGIN, TEST_PASSWORD } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from '../testing/test-platform.ts'
import { addTeammate } from './add-teammate.ts'
import { ownerLink } from './owner-link.ts'

const HOUR_MS = 60 * 60 * 1000
let test: TestPlatform
let shop: TestShopFile

beforeEach(() => {
  test = testPlatform()
  shop = test.addShop('demo')
})
afterEach(() => test.close())

const deps = () => ({ db: shop.db, now: test.platform.now, newId: test.platform.newId })
const newLink = (email = 'ines@demo.example') => addTeammate(deps(), { email, role: 'teammate' })
const spend = (body: unknown) =>
  test.app.request(`${TEST_ORIGIN}/v1/shops/demo/session/link`, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN },
    body: JSON.stringify(body),
  })
const signIn = (password: string) =>
  test.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN },
    body: JSON.stringify({ email: 'ines@demo.example', password }),
  })

describe('V24: a token that is none opens nothing', () => {
  const tokens = [null, '', [], {}, undefined, 0, false, ['x'.repeat(43)], '0'.repeat(64), '%00']
  it.each(tokens.map((token) => [token]))('%j', async (token) => {
    await newLink()
    const response = await spend({ token, name: 'Ines', password: TEST_PASSWORD })
    expect([400, 401]).toContain(response.status)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(shop.db.select().from(oneTimeLinks).all()).toHaveLength(1)
  })

  it('the stored hash of a link is not the link', async () => {
    await newLink()
    const [row] = shop.db.select().from(oneTimeLinks).all()
    const response = await spend({ token: row?.tokenHash, name: 'Ines', password: TEST_PASSWORD })
    expect(response.status).toBe(401)
  })
})

it('V24: of fifty at once one spends the link', async () => {
  const { token } = await newLink()
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      spend({ token, name: 'Ines', password: `password number ${i}` }),
    ),
  )
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(all.filter(({ status }) => status === 401)).toHaveLength(49)
  const won = all.findIndex(({ status }) => status === 200)
  expect((await signIn(`password number ${won}`)).status).toBe(200)
})

it('V24: a link is not spent by a GET, nor by a password or a name that is refused', async () => {
  const { token } = await newLink()
  const url = `${TEST_ORIGIN}/v1/shops/demo/session/link?token=${token}`
  expect((await test.app.request(url)).status).toBe(404)
  for (const [body, field] of [
    [{ token, name: 'Ines', password: 'eleven char' }, 'password'],
    [{ token, password: TEST_PASSWORD }, 'name'],
    [{ token, name: ' \u3000', password: TEST_PASSWORD }, 'name'],
    [{ token, name: 'x'.repeat(81), password: TEST_PASSWORD }, 'name'],
    [{ token, name: 'I\ud800', password: TEST_PASSWORD }, 'name'],
  ] as const) {
    const response = await spend(body)
    expect(response.status).toBe(400)
    expect((await response.json()).error).toMatchObject({
      code: 'body_malformed',
      details: { field },
    })
  }
  expect((await spend({ token, name: 'Ines', password: TEST_PASSWORD })).status).toBe(200)
  expect((await spend({ token, name: 'Ines', password: TEST_PASSWORD })).status).toBe(401)
})

it('counts names and passwords in code points', async () => {
  const { token } = await newLink()
  const name = '🔔'.repeat(80)
  expect((await spend({ token, name, password: '🔔'.repeat(11) })).status).toBe(400)
  expect((await spend({ token, name, password: '🔔'.repeat(12) })).status).toBe(200)
  expect(shop.db.select().from(teammates).all()[0]?.name).toBe(name)
})

it('a link lasts 24 hours', async () => {
  const late = await newLink()
  test.clock.nowAt += 24 * HOUR_MS
  expect((await spend({ token: late.token, name: 'Ines', password: TEST_PASSWORD })).status).toBe(
    401,
  )
})

it('a reset link keeps name and role, ends every session and makes the older link void', async () => {
  const ines = await signInTeammate(test, 'demo', 'Ines', 'admin')
  const older = await newLink('INES@demo.example')
  const newer = await newLink()
  expect(newer).toMatchObject({ teammateId: ines.teammateId, known: true })
  expect((await spend({ token: older.token, password: 'another password' })).status).toBe(401)
  const response = await spend({ token: newer.token, password: 'another password' })
  expect((await response.json()).teammate).toMatchObject({ name: 'Ines', role: 'admin' })
  const url = `${TEST_ORIGIN}/v1/shops/demo/session`
  expect((await test.app.request(url, { headers: ines.headers })).status).toBe(401)
  expect(shop.publish.kicked).toHaveLength(1)
  expect((await signIn(TEST_PASSWORD)).status).toBe(401)
})

describe('the owner’s link at a start', () => {
  const spendAs = (token: string | undefined) =>
    spend({ token, name: 'O', password: TEST_PASSWORD })
  const addOwner = () => addTeammate(deps(), { email: 'owner@demo.example', role: 'owner' })

  it('is not made while one stands, which goes on working', async () => {
    expect(await ownerLink(deps())).toBeUndefined()
    const { token } = await addOwner()
    expect(await ownerLink(deps())).toEqual({ email: 'owner@demo.example' })
    expect((await spendAs(token)).status).toBe(200)
  })

  it('is made where the last one has run out', async () => {
    await addOwner()
    test.clock.nowAt += 24 * HOUR_MS
    const made = await ownerLink(deps())
    expect(made?.email).toBe('owner@demo.example')
    expect((await spendAs(made?.token)).status).toBe(200)
  })

  it('replaces the standing one where it is asked to, until an owner has a password', async () => {
    const first = await addOwner()
    const second = await ownerLink(deps(), { renew: true })
    expect((await spendAs(first.token)).status).toBe(401)
    expect((await spendAs(second?.token)).status).toBe(200)
    expect(await ownerLink(deps(), { renew: true })).toBeUndefined()
  })
})
