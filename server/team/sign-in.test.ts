import { afterEach, beforeEach, expect, it } from 'vitest'
import { signInTeammate, TEST_ORIGIN, TEST_PASSWORD } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'
import { addTeammate } from './add-teammate.ts'

const MINUTE_MS = 60_000
let test: TestPlatform

beforeEach(async () => {
  test = testPlatform({ trustProxyHops: 1 })
  test.addShop('demo')
  await signInTeammate(test, 'demo')
})
afterEach(() => test.close())

function attempt(email: string, password: string, address: string) {
  return test.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN, 'x-forwarded-for': address },
    body: JSON.stringify({ email, password }),
  })
}

async function refusal(response: Response) {
  const { error } = await response.json()
  return { status: response.status, ...error, requestId: undefined }
}

it('V32: an unknown account costs the same work and gets the same answer as a wrong password', async () => {
  const before = test.passwords.workDone()
  const wrong = await refusal(await attempt('marta@demo.example', 'not the password', '192.0.2.1'))
  const cost = test.passwords.workDone() - before
  const unknown = await refusal(
    await attempt('nobody@demo.example', 'not the password', '192.0.2.1'),
  )
  expect(unknown).toEqual(wrong)
  expect(wrong).toMatchObject({ status: 401, code: 'credentials_wrong' })
  expect(test.passwords.workDone() - before).toBe(2 * cost)
})

it('V32: an account without a password cannot be signed in to', async () => {
  const shop = test.platform.shops.find('demo')
  if (!shop) throw new Error('no shop')
  const { now, newId } = test.platform
  await addTeammate({ db: shop.db, now, newId }, { email: 'new@demo.example', role: 'teammate' })
  for (const password of ['', 'null', '0'.repeat(64)]) {
    expect((await attempt('new@demo.example', password, '192.0.2.1')).status).toBe(401)
  }
})

it('V32: the sixth wrong try from an address is refused, whatever the account and the password', async () => {
  for (let i = 0; i < 5; i++) {
    expect((await attempt(`nobody${i}@demo.example`, 'wrong', '192.0.2.1')).status).toBe(401)
  }
  const sixth = await attempt('marta@demo.example', TEST_PASSWORD, '192.0.2.1')
  expect(sixth.status).toBe(429)
  expect(sixth.headers.get('retry-after')).toBe('300')
  expect((await attempt('marta@demo.example', TEST_PASSWORD, '192.0.2.2')).status).toBe(200)
  test.clock.nowAt += 5 * MINUTE_MS
  expect((await attempt('marta@demo.example', TEST_PASSWORD, '192.0.2.1')).status).toBe(200)
})

it('V32: an account takes ten wrong tries, from however many addresses', async () => {
  for (let i = 0; i < 10; i++) {
    expect((await attempt('marta@demo.example', 'wrong', `192.0.2.${i}`)).status).toBe(401)
  }
  expect((await attempt(' MARTA@demo.example', 'wrong', '192.0.2.99')).status).toBe(429)
  test.clock.nowAt += 15 * MINUTE_MS
  expect((await attempt('marta@demo.example', TEST_PASSWORD, '192.0.2.99')).status).toBe(200)
})

it('V32: tries are counted before the work, so that fifty at once are not fifty tries', async () => {
  const before = test.passwords.workDone()
  const all = await Promise.all(
    Array.from({ length: 50 }, () => attempt('marta@demo.example', 'wrong', '192.0.2.1')),
  )
  expect(all.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(test.passwords.workDone() - before).toBe(5)
})

it('a right password gives the try back: a team behind one address signs in all day', async () => {
  for (let i = 0; i < 20; i++) {
    expect((await attempt('marta@demo.example', TEST_PASSWORD, '192.0.2.1')).status).toBe(200)
  }
})

it('V32: wrong tries at one account shut nobody else out where all stand behind one address', async () => {
  const local = testPlatform({ trustProxyHops: 0 })
  local.addShop('demo')
  await signInTeammate(local, 'demo')
  const tryLocally = (email: string, password: string) =>
    local.app.request(`${TEST_ORIGIN}/v1/shops/demo/session`, {
      method: 'POST',
      headers: { origin: TEST_ORIGIN },
      body: JSON.stringify({ email, password }),
    })
  for (let i = 0; i < 12; i++) await tryLocally('owner@demo.example', 'wrong')
  expect((await tryLocally('owner@demo.example', 'wrong')).status).toBe(429)
  expect((await tryLocally('marta@demo.example', TEST_PASSWORD)).status).toBe(200)
  local.close()
})
