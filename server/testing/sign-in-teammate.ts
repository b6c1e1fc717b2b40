import type { TeammateRole } from '../../protocol/api.ts'
import type { TeammateId } from '../../protocol/ids.ts'
import { addTeammate } from '../team/add-teammate.ts'
import type { TestPlatform } from './test-platform.ts'

export const TEST_ORIGIN = 'http://chat.example'
export const TEST_PASSWORD = 'a long enough password'

export type SignedIn = {
  teammateId: TeammateId
  email: string
  /** As a browser sends it back. */
  cookie: string
  /** What the inbox sends with every request. */
  headers: { cookie: string; origin: string }
}

/** A teammate who came in by the one-time link, as the inbox does it. */
export async function signInTeammate(
  test: TestPlatform,
  shopId: string,
  name = 'Marta',
  role: TeammateRole = 'teammate',
): Promise<SignedIn> {
  const shop = test.platform.shops.find(shopId)
  if (!shop) throw new Error(`add the shop ${shopId} first`)
  const { now, newId } = test.platform
  const email = `${name.toLowerCase()}@${shopId}.example`
  const { teammateId, token } = await addTeammate({ db: shop.db, now, newId }, { email, role })
  const response = await test.app.request(`${TEST_ORIGIN}/v1/shops/${shopId}/session/link`, {
    method: 'POST',
    headers: { origin: TEST_ORIGIN },
    body: JSON.stringify({ token, name, password: TEST_PASSWORD }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0]
  if (!response.ok || !cookie) throw new Error(`the link was refused: ${await response.text()}`)
  return { teammateId, email, cookie, headers: { cookie, origin: TEST_ORIGIN } }
}
