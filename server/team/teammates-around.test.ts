import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TeammateContext } from '../core/context.ts'
import { teammates } from '../db/schema.ts'
import { signInTeammate } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, type TestShopFile, testPlatform } from '../testing/test-platform.ts'
import { markAround } from './mark-around.ts'
import { may } from './may.ts'
import { publicFace } from './public-face.ts'
import { teammatesAround } from './teammates-around.ts'

let test: TestPlatform
let shop: TestShopFile
beforeEach(() => {
  test = testPlatform()
  shop = test.addShop('demo')
})
afterEach(() => test.close())

async function inboxOf(name: string): Promise<TeammateContext> {
  test.clock.nowAt += 1
  const { teammateId } = await signInTeammate(test, 'demo', name)
  const row = shop.db
    .select()
    .from(teammates)
    .all()
    .find(({ id }) => id === teammateId)
  if (!row) throw new Error('no teammate')
  const { now, newId, answerer, log } = test.platform
  const { id, db, publish, live } = shop
  const actor = {
    kind: 'teammate',
    teammate: publicFace(row),
    role: row.role,
    sessionHash: 'x',
  } as const
  return { shop: { id }, db, publish, live, now, newId, answerer, log, actor }
}
const around = () => teammatesAround(shop.db, test.clock.nowAt).map(({ name }) => name)

it('H8: somebody is around for 90 seconds after a request of their inbox, and not by signing in', async () => {
  const marta = await inboxOf('Marta')
  const ines = await inboxOf('Ines')
  expect(around()).toEqual([])
  markAround(marta)
  test.clock.nowAt += 60_000
  markAround(ines)
  expect(around()).toEqual(['Marta', 'Ines'])
  test.clock.nowAt += 30_001
  expect(around()).toEqual(['Ines'])
})

it('shows of them what a shopper may see', async () => {
  markAround(await inboxOf('Marta'))
  const [face] = teammatesAround(shop.db, test.clock.nowAt)
  expect(Object.keys(face ?? {}).sort()).toEqual(['id', 'initials', 'name'])
})

it('writes once in a while, and again after the clock was set back', async () => {
  const marta = await inboxOf('Marta')
  markAround(marta)
  const first = shop.db.select().from(teammates).all()[0]?.aroundAt
  test.clock.nowAt += 5_000
  markAround(marta)
  expect(shop.db.select().from(teammates).all()[0]?.aroundAt).toBe(first)
  test.clock.nowAt -= 2 * 60 * 60 * 1000
  markAround(marta)
  expect(shop.db.select().from(teammates).all()[0]?.aroundAt).toBe(test.clock.nowAt)
})

it('owners and admins hand back for others, teammates do not', () => {
  expect(may('owner', 'hand_back_for_others')).toBe(true)
  expect(may('admin', 'hand_back_for_others')).toBe(true)
  expect(may('teammate', 'hand_back_for_others')).toBe(false)
})
