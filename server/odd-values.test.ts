import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEST_ORIGIN } from './testing/sign-in-teammate.ts'
import { type TwoShops, twoShops } from './testing/two-shops.ts'

const VNODE = {
  type: 'div',
  props: { dangerouslySetInnerHTML: { __html: '<img src=x onerror=alert(1)>' } },
  __v: 1,
  constructor: undefined,
}
/** What a field may hold that a schema, a driver or a screen might stumble over. */
const ODD_VALUES: unknown[] = [
  null,
  true,
  '',
  ' ',
  '0',
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  [],
  [[]],
  {},
  VNODE,
  [VNODE],
  '\u0000',
  '\ud800',
  '\udc00\ud800',
  '\u202etxt.exe',
  "'; DROP TABLE events; --",
  '" OR 1=1 NEAR(',
  '{{7*7}}<%= 7*7 %>',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  '🔔'.repeat(4_001),
]

const good = { clientId: 'odd-values', version: 0 }
const page = { url: 'https://shop.example/x', title: 'A coat', itemCode: 'MRL-1' }
/** A sound body for each route that takes one, field by field to be made odd. */
const VISITOR_BODIES: Record<string, object> = {
  '/conversations': { clientId: 'odd-values', text: 'Hello', page, language: 'en' },
  '/conversations/:id/messages': { clientId: 'odd-values', text: 'Hello', page },
  '/conversations/:id/handoff': { clientId: 'odd-values' },
  '/conversations/:id/handoff/decline': { clientId: 'odd-values' },
  '/conversations/:id/handoff/cancel': { clientId: 'odd-values' },
  '/conversations/:id/messages/:messageId/rating': { clientId: 'odd-values', rating: 'up' },
  '/conversations/:id/email': { clientId: 'odd-values', email: 'me@home.example' },
}
const STAFF_BODIES: Record<string, object> = {
  '/inbox/conversations/:id/read': { seq: 1 },
  '/inbox/conversations/:id/takeover': good,
  '/inbox/conversations/:id/replies': { ...good, text: 'Hello' },
  '/inbox/conversations/:id/notes': { ...good, text: 'Hello' },
  '/inbox/conversations/:id/hand-back': good,
  '/inbox/conversations/:id/resolve': good,
  '/session': { email: 'marta@demo.example', password: 'x' },
  '/session/link': { token: 'x'.repeat(43), name: 'X', password: 'a long enough password' },
}

let shops: TwoShops
beforeAll(async () => {
  shops = await twoShops()
})
afterAll(() => shops.test.close())

function send(path: string, body: unknown, method = 'POST') {
  const { ofA } = shops.threads
  const caller = path.startsWith('/conversations') ? 'visitorA' : 'teammate'
  // A minute a call: nothing here is about rates.
  shops.test.clock.nowAt += 60_000
  return shops.test.app.request(
    `${TEST_ORIGIN}/v1/shops/demo${path.replace(':id', ofA.id).replace(':messageId', ofA.answerId)}`,
    {
      method,
      headers: shops.callers[caller].headers,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    },
  )
}

describe.each(Object.entries({ ...VISITOR_BODIES, ...STAFF_BODIES }))(
  'V4, V48, V49: %s',
  (path, sound) => {
    const fields = Object.keys(sound)

    it.each(fields)(
      'an odd %s is refused or kept as text, and never an error of ours',
      async (field) => {
        for (const value of ODD_VALUES) {
          const response = await send(path, { ...sound, [field]: value })
          const text = await response.text()
          expect(response.status, `${JSON.stringify(value).slice(0, 40)}: ${text}`).toBeLessThan(
            500,
          )
          if (typeof value === 'object' && value !== null) expect(response.status).toBe(400)
          if (response.status >= 400) expect(text).not.toMatch(/onerror|DROP TABLE|7\*7|xxxxx/)
        }
      },
    )

    it('a field that is missing is named', async () => {
      for (const field of fields) {
        const { [field]: _, ...rest } = Object.fromEntries(Object.entries(sound))
        const response = await send(path, rest)
        expect(response.status).toBeLessThan(500)
      }
    })
  },
)

it.each([
  '/conversations/:id/events?after=-1',
  '/conversations/:id/events?after=1e3',
  '/conversations/:id/events?after=999999999999999',
  '/conversations/:id/events?after=99999999999999999999',
  '/conversations/:id/events?after=%00',
  '/conversations/:id/events?after=1&after=x',
  '/inbox/conversations/:id/events?after=NaN',
  '/inbox/conversations',
  '/inbox/conversations?view=nothing',
  '/inbox/conversations?view=all&cursor=',
  '/inbox/conversations?view=all&cursor=%00%ff',
  '/inbox/conversations?view=all&cursor=eyJ9',
  '/inbox/conversations?view=all&cursor=1e308.x',
  `/inbox/conversations?view=all&cursor=${'x'.repeat(4_000)}`,
  '/items',
  '/items?code=',
  '/items?code=%00',
  '/items?code=__proto__',
  `/items?code=${'x'.repeat(4_000)}`,
  "/items?code=' OR 1=1 --",
  '/passages/psg_0',
])('V47: %s is answered, and never with an error of ours', async (path) => {
  const response = await send(path, undefined, 'GET')
  expect(response.status).toBeLessThan(500)
})
