import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConversationId } from '../protocol/ids.ts'
import { createApp } from './app.ts'
import { TEST_ORIGIN, TEST_PASSWORD } from './testing/sign-in-teammate.ts'
import { testPlatform } from './testing/test-platform.ts'
import {
  CALLER_NAMES,
  type CallerName,
  type Thread,
  type TwoShops,
  twoShops,
} from './testing/two-shops.ts'

type Gate = {
  opens: 'anyone' | 'first act' | 'own pages' | 'visitor' | 'staff'
  body?: object
}

const SHOP = '/v1/shops/:shop'
const THREAD = `${SHOP}/conversations/:id`
const INBOX = `${SHOP}/inbox/conversations`

/** Every route that the app has, and who may pass. A route that is not here makes the suite red. */
const GATES: Record<string, Gate> = {
  'GET /healthz': { opens: 'anyone' },
  [`GET ${SHOP}/widget`]: { opens: 'anyone' },
  [`GET ${SHOP}/items`]: { opens: 'anyone' },
  [`GET ${SHOP}/passages/:id`]: { opens: 'anyone' },
  [`POST ${THREAD}/messages`]: { opens: 'visitor', body: { text: 'And this?' } },
  [`GET ${THREAD}/events`]: { opens: 'visitor' },
  [`POST ${THREAD}/handoff`]: { opens: 'visitor', body: {} },
  [`POST ${THREAD}/handoff/decline`]: { opens: 'visitor', body: {} },
  [`POST ${THREAD}/handoff/cancel`]: { opens: 'visitor', body: {} },
  [`POST ${THREAD}/messages/:messageId/rating`]: { opens: 'visitor', body: { rating: 'up' } },
  [`POST ${THREAD}/email`]: { opens: 'visitor', body: { email: 'me@home.example' } },
  // After the routes above: it makes a visitor of this shop of another shop's token.
  [`POST ${SHOP}/conversations`]: { opens: 'first act', body: { text: 'Hello?' } },
  [`POST ${SHOP}/session`]: {
    opens: 'own pages',
    body: { email: 'marta@demo.example', password: 'not the password' },
  },
  [`POST ${SHOP}/session/link`]: {
    opens: 'own pages',
    body: { token: 'x'.repeat(43), name: 'X', password: TEST_PASSWORD },
  },
  [`GET ${SHOP}/session`]: { opens: 'staff' },
  [`GET ${INBOX}`]: { opens: 'staff' },
  [`GET ${INBOX}/:id`]: { opens: 'staff' },
  [`GET ${INBOX}/:id/events`]: { opens: 'staff' },
  [`POST ${INBOX}/:id/read`]: { opens: 'staff', body: { seq: 1 } },
  [`POST ${INBOX}/:id/takeover`]: { opens: 'staff', body: { version: 0 } },
  [`POST ${INBOX}/:id/replies`]: { opens: 'staff', body: { version: 1, text: 'Hello.' } },
  [`POST ${INBOX}/:id/notes`]: { opens: 'staff', body: { text: 'A note.' } },
  [`POST ${INBOX}/:id/hand-back`]: { opens: 'staff', body: { version: 1 } },
  [`POST ${INBOX}/:id/resolve`]: { opens: 'staff', body: { version: 2 } },
  // Last, since it ends the session that it is called with.
  [`DELETE ${SHOP}/session`]: { opens: 'staff' },
}

const OWNER: Partial<Record<CallerName, Target>> = { visitorA: 'ofA', visitorB: 'ofB' }
const STAFF: readonly CallerName[] = ['teammate', 'admin']
const TARGETS = ['ofA', 'ofB', 'ofOther', 'unknown'] as const
type Target = (typeof TARGETS)[number]

let shops: TwoShops
beforeAll(async () => {
  shops = await twoShops()
})
afterAll(() => shops.test.close())

it('V20: knows every route of the app, and no other', () => {
  const test = testPlatform()
  const routes = createApp(test.platform).routes.filter(({ method }) => method !== 'ALL')
  const found = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  expect([...found].sort()).toEqual(Object.keys(GATES).sort())
  test.close()
})

/** What a caller must get, where it is known beforehand. */
function expected({ opens }: Gate, caller: CallerName, target: Target, hasId: boolean): number[] {
  if (opens === 'anyone' || opens === 'first act') return [200]
  if (opens === 'own pages') return [401, 429]
  const isIn = opens === 'visitor' ? OWNER[caller] !== undefined : STAFF.includes(caller)
  if (!isIn) return [401]
  if (!hasId) return [200, 204]
  const seesIt = opens === 'visitor' ? OWNER[caller] === target : ['ofA', 'ofB'].includes(target)
  // What its own rules make of it (a stale version, somebody else's conversation) is not the gate's matter.
  return seesIt ? [200, 409] : [404]
}

let calls = 0
async function call(route: string, caller: CallerName, target: Target, answerOf = target) {
  const [method = '', path = ''] = route.split(' ')
  const { body } = GATES[route] ?? {}
  const url = path
    .replace(':shop', 'demo')
    .replace('passages/:id', `passages/${shops.passageId}`)
    .replace(':id', threadOf(target).id)
    .replace(':messageId', threadOf(answerOf).answerId)
    .replace('/items', '/items?code=MRL-1')
    .replace(/inbox\/conversations$/, 'inbox/conversations?view=all')
  const isSignIn = path.includes('/session')
  const sent = body && JSON.stringify(isSignIn ? body : { ...withClientId(path), ...body })
  return shops.test.app.request(TEST_ORIGIN + url, {
    method,
    headers: shops.callers[caller].headers,
    ...(sent !== undefined && { body: sent }),
  })
}

function withClientId(path: string) {
  return path.endsWith('/read') ? {} : { clientId: `matrix-${++calls}` }
}

function threadOf(target: Target): Thread {
  if (target !== 'unknown') return shops.threads[target]
  const id: ConversationId = `cnv_${'0'.repeat(26)}`
  return { id, answerId: `msg_${'0'.repeat(26)}`, secret: 'nothing' }
}

/** Everything that a call could have changed, in both shops. */
function fingerprint() {
  return [shops.demo, shops.other].map(({ db }) =>
    db.get(sql`SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM visitors) AS visitors,
      (SELECT sum(version) FROM conversations) AS versions, (SELECT count(*) FROM sessions) AS sessions,
      (SELECT count(*) FROM read_marks) AS reads, (SELECT count(*) FROM teammates) AS teammates`),
  )
}

/** What must not stand in a reply to this caller. */
function secretsFrom(caller: CallerName): string[] {
  const { ofA, ofB, ofOther } = shops.threads
  const nobodys = [ofOther.secret, ...shops.storedSecrets]
  if (STAFF.includes(caller)) return nobodys
  const foreign = [ofA, ofB].filter(({ id }) => id !== ownId(caller))
  return [...nobodys, shops.noteSecret, ...foreign.map(({ secret }) => secret)]
}

/** A room in a reply must be the caller's to enter, and as who they are on that route. */
function expectOwnRoom(text: string, role: 'visitor' | 'staff', target: Target) {
  const { room } = JSON.parse(text || '{}')
  if (!room) return
  const claims = JSON.parse(Buffer.from(room.token.split('.')[1], 'base64url').toString())
  expect(claims).toMatchObject({ role, party: room.party, room: room.id })
  if (room.party === 'inbox') expect(room.id).toBe('demo')
  else if (role === 'staff') expect(room.id).toBe(`demo.${threadOf(target).id}`)
  else expect(room.id).toMatch(/^demo\.cnv_/)
}

function ownId(caller: CallerName): ConversationId | undefined {
  const target = OWNER[caller]
  return target && threadOf(target).id
}

describe.each(Object.entries(GATES))('V20, V26, V27: %s', (route, gate) => {
  const hasId = route.includes('conversations/:id')

  it.each(CALLER_NAMES)('as %s', async (caller) => {
    for (const target of hasId ? TARGETS : (['ofA'] as const)) {
      const wanted = expected(gate, caller, target, hasId)
      const before = fingerprint()
      const response = await call(route, caller, target)
      const text = await response.text()
      expect(wanted, `${target}: ${text}`).toContain(response.status)
      for (const secret of secretsFrom(caller)) expect(text).not.toContain(secret)
      expectOwnRoom(text, gate.opens === 'staff' ? 'staff' : 'visitor', target)
      if (response.status >= 400) expect(fingerprint()).toEqual(before)
      if (gate.opens !== 'anyone') expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })

  it('from a page of another origin', async () => {
    const response = await shops.test.app.request(
      TEST_ORIGIN + route.split(' ')[1]?.replace(':shop', 'demo').replace(/:\w+/g, 'x'),
      {
        method: route.split(' ')[0] ?? '',
        headers: { ...shops.callers.admin.headers, origin: 'https://evil.example' },
      },
    )
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    const open = route.startsWith('GET') && (gate.opens === 'staff' || route === 'GET /healthz')
    if (!open) expect(response.status).toBe(403)
  })
})

it('V21: an answer of one conversation cannot be rated in another', async () => {
  const route = `POST ${THREAD}/messages/:messageId/rating`
  for (const answerOf of ['ofB', 'ofOther', 'unknown'] as const) {
    const response = await call(route, 'visitorA', 'ofA', answerOf)
    expect(response.status).toBe(404)
  }
})

it('V28: after signing out every staff route is closed to that session', async () => {
  for (const route of Object.keys(GATES).filter((name) => GATES[name]?.opens === 'staff')) {
    expect((await call(route, 'teammate', 'ofA')).status).toBe(401)
  }
})
