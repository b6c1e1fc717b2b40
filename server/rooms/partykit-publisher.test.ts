import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventFromRow } from '../conversations/log/event-row.ts'
import { startConversation } from '../conversations/messages/start-conversation.ts'
import { summaryOf } from '../conversations/reading/summary.ts'
import { connectRoom } from '../testing/room-client.ts'
import { silentLog } from '../testing/silent-log.ts'
import { startTestRooms, type TestRooms } from '../testing/start-test-rooms.ts'
import { scriptedShop } from '../testing/test-shop.ts'
import { createPartykitPublisher, type PartykitRooms } from './partykit-publisher.ts'
import { describePublisher } from './publisher.contract.ts'
import { signRoomToken } from './room-token.ts'
import { readPublishedSeq } from './store.ts'

let rooms: TestRooms
beforeAll(async () => {
  rooms = await startTestRooms()
})
afterAll(() => rooms.stop())

function publisherOf(shop: ReturnType<typeof scriptedShop>, at: PartykitRooms) {
  return createPartykitPublisher(at, {
    shopId: 'demo',
    db: shop.db,
    eventFromRow,
    summaryOf,
    now: () => shop.clock.nowAt,
    log: silentLog,
  })
}

function testRooms(): PartykitRooms {
  return { baseUrl: rooms.baseUrl, publishKey: rooms.keys.publishKey, noted() {} }
}

describePublisher('the publisher with the real rooms', async (shop) => ({
  publisher: publisherOf(shop, testRooms()),
  async connect(claims) {
    const token = await signRoomToken(rooms.keys.tokenKey, claims)
    const { party, room } = claims
    return connectRoom(`ws://127.0.0.1:${rooms.port()}/parties/${party}/${room}?token=${token}`)
  },
}))

it('R4, I1: throws nothing at a verb while the rooms are down, and delivers when they are back', async () => {
  const shop = scriptedShop()
  let up = false
  const publisher = publisherOf(shop, {
    ...testRooms(),
    baseUrl: () => (up ? rooms.baseUrl() : undefined),
  })
  const visitor = { ...shop.visitor(), publish: publisher }
  const { conversation } = startConversation(visitor, { clientId: 'first-act', handoff: true })
  await expect.poll(() => readPublishedSeq(shop.db, conversation.id)).toBe(0)
  up = true
  await expect.poll(() => readPublishedSeq(shop.db, conversation.id), { timeout: 5000 }).toBe(2)
  await publisher.stop()
})

it('L5: raises the watermark only when the inbox has accepted too', async () => {
  const shop = scriptedShop()
  const publisher = createPartykitPublisher(testRooms(), {
    shopId: 'demo',
    db: shop.db,
    eventFromRow,
    // A summary that no inbox accepts.
    summaryOf: () => ({ lastSeq: 2, summary: JSON.parse('{}') }),
    now: () => shop.clock.nowAt,
    log: silentLog,
  })
  const visitor = { ...shop.visitor(), publish: publisher }
  const { conversation } = startConversation(visitor, { clientId: 'first-act', handoff: true })
  await publisher.stop()
  expect(readPublishedSeq(shop.db, conversation.id)).toBe(0)
})
