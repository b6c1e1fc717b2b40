import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WidgetConfig } from '../../protocol/api.ts'
import { addTeammate } from '../team/add-teammate.ts'
import { signInTeammate } from '../testing/sign-in-teammate.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'
import { writeSettings } from './write-settings.ts'

let test: TestPlatform
beforeAll(() => {
  test = testPlatform()
  test.addShop('demo', { name: 'Marlow', theme: { accent: '#8F5F12' } })
})
afterAll(() => test.close())

const widget = (headers = {}) => test.app.request('/v1/shops/demo/widget', { headers })

it('says what the widget needs, may be kept, and is not sent again while it stands', async () => {
  const response = await widget()
  const config = v.parse(WidgetConfig, await response.json())
  expect(config).toMatchObject({
    shop: { id: 'demo', name: 'Marlow', language: 'en' },
    theme: { accent: '#8F5F12', scheme: 'auto' },
    team: [],
  })
  expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  const etag = response.headers.get('etag') ?? ''
  const again = await widget({ 'if-none-match': `W/"x", ${etag}` })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  const shop = test.platform.shops.find('demo')
  if (shop) writeSettings(shop.db, { language: 'fr' })
  const changed = await widget({ 'if-none-match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(etag)
})

it('shows at most three faces, of those who can sign in, and nothing else of them', async () => {
  const shop = test.platform.shops.find('demo')
  if (!shop) throw new Error('no shop')
  const { now, newId } = test.platform
  const invited = { email: 'new@demo.example', name: 'New', role: 'owner' } as const
  await addTeammate({ db: shop.db, now, newId }, invited)
  for (const name of ['Marta', 'Ines', 'Jo', 'Sam']) {
    test.clock.nowAt += 1
    await signInTeammate(test, 'demo', name)
  }
  const { team } = await (await widget()).json()
  expect(team).toEqual([
    { name: 'Marta', initials: 'M' },
    { name: 'Ines', initials: 'I' },
    { name: 'Jo', initials: 'J' },
  ])
})

it('an unknown shop is 404, whatever its id looks like', async () => {
  for (const id of ['nobody', 'Demo', 'demo.sqlite', '..%2Fdemo', 'demo%00', 'demo;x', 'x']) {
    const response = await test.app.request(`/v1/shops/${id}/widget`)
    expect(response.status).toBe(404)
    expect((await response.json()).error.code).toBe('shop_not_found')
  }
})
