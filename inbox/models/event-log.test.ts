import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StaffEventsReply } from '../../protocol/api.ts'
import type { ConversationEvent } from '../../protocol/events.ts'
import { tellLongConversation } from '../testing/long-conversation.ts'
import { createMarlow, IVO, MARTA, tellConversation } from '../testing/marlow.ts'
import { scriptedId } from '../testing/scripted-id.ts'
import { scriptedRoom } from '../testing/scripted-room.ts'
import type { Outcome } from '../wire/request.ts'
import { createEventLog } from './event-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function openLog(shop = createMarlow()) {
  const told = tellConversation(shop, { agoMinutes: 5 })
  told.says('Is it still there?')
  const asked: number[] = []
  const log = createEventLog(async (after): Promise<Outcome<StaffEventsReply>> => {
    asked.push(after)
    return { ok: true, value: shop.events(told.id, after, scriptedRoom) }
  })
  const last = (): ConversationEvent[] => shop.find(told.id).events.slice(-1)
  return { shop, told, log, asked, last }
}

test('R5: a gap is fetched after a moment, and the log is whole', async () => {
  const { shop, told, log, asked, last } = openLog()
  await log.fetch()
  told.takenBy(MARTA)
  told.replies(MARTA, 'Yes.')
  log.receive(last())
  expect(log.events.value).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(200)
  expect(asked).toEqual([0, 2])
  expect(log.events.value).toEqual(shop.find(told.id).events)
  expect(log.conversation.value?.phase).toMatchObject({ name: 'teammate', teammate: MARTA })
})

test('an event that fills the gap in time spares the fetch its work', async () => {
  const { told, log, last } = openLog()
  await log.fetch()
  told.takenBy(MARTA)
  const joined = last()
  told.replies(MARTA, 'Yes.')
  log.receive(last())
  log.receive(joined)
  expect(log.events.value.map((event) => event.seq)).toEqual([1, 2, 3, 4])
})

test('R6: a snapshot that was on its way while somebody took over changes no phase back', async () => {
  const { shop, told, last } = openLog()
  const replies: (() => void)[] = []
  const log = createEventLog(async (after) => {
    const value = shop.events(told.id, after, scriptedRoom)
    if (after > 0) await new Promise<void>((arrive) => replies.push(arrive))
    return { ok: true, value }
  })
  await log.fetch()
  const fetched = log.fetch()
  told.takenBy(IVO)
  log.receive(last())
  for (const arrive of replies) arrive()
  await fetched
  expect(log.conversation.value).toMatchObject({ phase: { name: 'teammate' }, version: 1 })
})

test('a thread longer than a page is loaded page by page', async () => {
  const shop = createMarlow()
  const long = tellLongConversation(150, shop)
  const log = createEventLog(async (after) => ({
    ok: true,
    value: shop.events(long.id, after, scriptedRoom),
  }))
  await log.fetch()
  expect(log.events.value).toHaveLength(long.events.length)
})

test('streamed text goes on from what the server says, and ends with the answer', async () => {
  const { told, log, shop, last } = openLog()
  const messageId = scriptedId('msg')
  const answers = told.question()
  shop.find(told.id).live = { messageId, answers, version: 0, text: 'It is ' }
  await log.fetch()
  const piece = { type: 'delta', messageId, answers, version: 0 } as const
  log.receiveDelta({ ...piece, offset: 6, text: 'available' })
  expect(log.live.value?.text).toBe('It is available')
  told.answers('It is available.', 0.9)
  log.receive(shop.find(told.id).events)
  expect(last()).toHaveLength(1)
  expect(log.live.value).toBeNull()
  log.receiveDelta({ ...piece, offset: 0, text: 'late' })
  expect(log.live.value).toBeNull()
})

test('I5: text of an older version is no longer shown once somebody took over', async () => {
  const { told, log, shop } = openLog()
  const messageId = scriptedId('msg')
  const answers = told.question()
  shop.find(told.id).live = { messageId, answers, version: 0, text: 'It is ' }
  await log.fetch()
  told.takenBy(MARTA)
  log.receive(shop.find(told.id).events)
  expect(log.live.value).toBeNull()
  log.receiveDelta({ type: 'delta', messageId, answers, version: 0, offset: 0, text: 'It is ' })
  expect(log.live.value).toBeNull()
})
