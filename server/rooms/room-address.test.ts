import { expect, it } from 'vitest'
import { memoryPublisher } from '../testing/memory-publisher.ts'
import { testPlatform } from '../testing/test-platform.ts'
import { scriptedShop } from '../testing/test-shop.ts'
import { roomFor } from './room-address.ts'
import { verifyRoomToken } from './room-token.ts'

const REQUEST = new Request('http://127.0.0.1:8787/v1/shops/demo/conversations')

function setUp(changes: Parameters<typeof testPlatform>[0] = {}) {
  const { platform } = testPlatform(changes)
  const publish = memoryPublisher()
  const shop = scriptedShop()
  const now = () => Date.now()
  return {
    platform,
    publish,
    visitor: { ...shop.visitor(), publish, now },
    teammate: { ...shop.teammate('Ana'), publish, now },
    conversationId: platform.newId('cnv'),
  }
}

it('gives a visitor a token for the own conversation, good for a minute', async () => {
  const { platform, visitor, conversationId } = setUp()
  const room = await roomFor(platform, REQUEST, {
    party: 'conversation',
    ctx: visitor,
    conversationId,
  })
  expect(room).toMatchObject({
    host: '127.0.0.1:8787',
    secure: false,
    id: `demo.${conversationId}`,
  })
  expect(room.expiresAt - Date.now()).toBeGreaterThan(58_000)
  expect(room.expiresAt - Date.now()).toBeLessThanOrEqual(60_000)
  const seat = { party: 'conversation', room: room.id } as const
  expect(await verifyRoomToken(platform.roomTokenKey, room.token, seat)).toMatchObject({
    role: 'visitor',
    subject: visitor.actor.visitorId,
  })
  const elsewhere = { party: 'conversation', room: 'demo.cnv' } as const
  expect(await verifyRoomToken(platform.roomTokenKey, room.token, elsewhere)).toBeUndefined()
})

it('names a teammate by the session, so that signing out ends the sockets of that session', async () => {
  const { platform, publish, teammate } = setUp()
  const room = await roomFor(platform, REQUEST, { party: 'inbox', ctx: teammate })
  const claims = await verifyRoomToken(platform.roomTokenKey, room.token, {
    party: 'inbox',
    room: 'demo',
  })
  expect(claims).toMatchObject({ role: 'staff', subject: 'Ana', teammate: { name: 'Ana' } })
  expect(publish.remembered).toEqual([{ subject: 'Ana', room: { party: 'inbox', id: 'demo' } }])
})

it.each([
  ['the request', {}, { host: '127.0.0.1:8787', secure: false }],
  ['PUBLIC_URL', { publicUrl: 'https://chat.example' }, { host: 'chat.example', secure: true }],
  [
    'ROOMS_URL, before PUBLIC_URL',
    { publicUrl: 'https://chat.example', roomsUrl: 'https://rooms.example' },
    { host: 'rooms.example', secure: true },
  ],
])('takes the address from %s', async (_, changes, expected) => {
  const { platform, teammate } = setUp(changes)
  expect(await roomFor(platform, REQUEST, { party: 'inbox', ctx: teammate })).toMatchObject(
    expected,
  )
})
