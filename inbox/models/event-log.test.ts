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

/** A log whose replies are under way until `arrive` is called. */
async function openSlowLog() {
  const { shop, told } = openLog()
  const replies: (() => void)[] = []
  const log = createEventLog(async (after) => {
    const value = structuredClone(shop.events(told.id, after, scriptedRoom))
    if (after > 0) await new Promise<void>((arrive) => replies.push(arrive))
    return { ok: true, value }
  })
  await log.fetch()
  const text = { messageId: scriptedId('msg'), answers: told.question(), version: 0 }
  const tell = (live: string) => (shop.find(told.id).live = { ...text, text: live })
  const stream = (offset: number, piece: string) =>
    log.receiveDelta({ type: 'delta', ...text, offset, text: piece })
  const arrive = async (fetched: Promise<unknown>) => {
    for (const go of replies.splice(0)) go()
    await fetched
  }
  return { log, text, tell, stream, arrive }
}

test('A10: text that began while a page was under way is not that page’s to end', async () => {
  const { log, stream, arrive } = await openSlowLog()
  const fetched = log.fetch()
  stream(0, 'It is ')
  await arrive(fetched)
  expect(log.live.value?.text).toBe('It is ')
  await arrive(log.fetch())
  expect(log.live.value).toBeNull()
})

test('A6: text that was dropped comes back neither from a late piece nor from an old page', async () => {
  const { log, text, tell, stream, arrive } = await openSlowLog()
  tell('Nonsense')
  const fetched = log.fetch()
  stream(0, 'Nonsense')
  log.drop(text.messageId)
  stream(8, ' and more')
  stream(0, 'Nonsense')
  expect(log.live.value).toBeNull()
  await arrive(fetched)
  expect(log.live.value).toBeNull()
})

test('A10: a missing piece is asked for while others go on coming', async () => {
  const { shop, told, log, asked } = openLog()
  await log.fetch()
  const text = { messageId: scriptedId('msg'), answers: told.question(), version: 0 }
  shop.find(told.id).live = { ...text, text: 'It is available' }
  for (let offset = 6; offset < 10; offset++) {
    log.receiveDelta({ type: 'delta', ...text, offset, text: 'a' })
    await vi.advanceTimersByTimeAsync(60)
  }
  expect(asked).toHaveLength(2)
  expect(log.live.value?.text).toBe('It is available')
})
