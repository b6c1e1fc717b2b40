import { afterEach, beforeEach, expect, it } from 'vitest'
import { oneTimeLinks, teammates } from '../db/schema.ts'
import { signInTeammate, TEST_ORIGIN, TEST_PASSWORD } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from '../testing/test-platform.ts'
import { addTeammate } from './add-teammate.ts'
import { removeTeammate } from './remove-teammate.ts'

let test: TestPlatform
let shop: TestShopFile

beforeEach(() => {
  test = testPlatform()
  shop = test.addShop('demo')
})
afterEach(() => test.close())

const session = `${TEST_ORIGIN}/v1/shops/demo/session`
const status = async (headers: Record<string, string>) =>
  (await test.app.request(session, { headers })).status
const signIn = (email: string) =>
  test.app.request(session, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN },
    body: JSON.stringify({ email, password: TEST_PASSWORD }),
  })

it('ends the account, its sessions and its link, and nobody else’s', async () => {
  const ines = await signInTeammate(test, 'demo', 'Ines')
  const jo = await signInTeammate(test, 'demo', 'Jo')
  const email = shop.db
    .select()
    .from(teammates)
    .all()
    .find(({ name }) => name === 'Ines')?.email
  if (email === undefined) throw new Error('Ines has no account')
  const { now, newId } = test.platform
  await addTeammate({ db: shop.db, now, newId }, { email, role: 'teammate' })
  expect(removeTeammate(shop.db, ` ${email.toUpperCase()}`)).toBe(true)
  expect(await status(ines.headers)).toBe(401)
  expect((await signIn(email)).status).toBe(401)
  expect(shop.db.select().from(oneTimeLinks).all()).toEqual([])
  expect(await status(jo.headers)).toBe(200)
})

it('says of an address that has no account that there is none', () => {
  expect(removeTeammate(shop.db, 'nobody@demo.example')).toBe(false)
})
