// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConversationRoomFrame } from '../../protocol/frames.ts'
import { createDirectApi } from '../testing/direct-api.ts'
import { createMarlow, IVO, MARTA, tellConversation } from '../testing/marlow.ts'
import type { RoomListener } from '../wire/open-room.ts'
import { createDraftStore } from './drafts.ts'
import { createThreadModel } from './thread-model.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  sessionStorage.clear()
})

const shop = createMarlow()
const drafts = createDraftStore(sessionStorage, 'marlow.marta')

async function openThread(told = waitingConversation()) {
  const direct = createDirectApi(shop)
  const read: number[] = []
  let listener: RoomListener<ConversationRoomFrame> | null = null
  const thread = createThreadModel(direct.api, {
    id: told.id,
    me: MARTA.id,
    readBefore: 0,
    drafts,
    openRoom: (_, next) => {
      listener = next
      return { send: () => {}, isOpen: () => true, close: () => {} }
    },
    isAway: () => false,
    read: (visitorMessages) => read.push(visitorMessages),
    hearServerTime: () => {},
  })
  await thread.open()
  const hear = () => {
    for (const event of shop.find(told.id).events) listener?.frame({ type: 'event', event })
  }
  return { ...direct, thread, told, read, hear, entry: shop.find(told.id) }
}

function waitingConversation() {
  const told = tellConversation(shop, { agoMinutes: 3 })
  told.says('Could someone look at the jacket?')
  told.asksForPerson('asked', [])
  return told
}

const textsOf = (entry: { events: readonly { type: string }[] }) =>
  entry.events.flatMap((event) =>
    'message' in event &&
    typeof event.message === 'object' &&
    event.message &&
    'text' in event.message
      ? [event.message.text]
      : [],
  )

test('a takeover makes the conversation ours, and a reply goes out', async () => {
  const { thread, entry } = await openThread()
  expect(await thread.ownership.takeOver()).toBe(true)
  expect(thread.ownership.holdsIt.value).toBe(true)
  thread.composer.write('reply', 'Hello, Marta here.')
  expect(await thread.composer.send('reply')).toBe(true)
  expect(textsOf(entry).at(-1)).toBe('Hello, Marta here.')
  expect(thread.composer.text.reply.value).toBe('')
  expect(thread.composer.unsent.value).toEqual([])
})

test('H4: of two who take over the second is told who has it', async () => {
  const { thread, told } = await openThread()
  told.takenBy(IVO)
  expect(await thread.ownership.takeOver()).toBe(false)
  expect(thread.ownership.conflict.value?.holderName).toBe('Ivo')
  expect(thread.ownership.holdsIt.value).toBe(false)
  expect(thread.log.conversation.value?.phase).toMatchObject({ teammate: { name: 'Ivo' } })
})

test('taking a colleague’s conversation on purpose asks first', async () => {
  const told = waitingConversation()
  told.takenBy(IVO)
  const { thread, calls } = await openThread(told)
  expect(await thread.ownership.takeOver()).toBe(false)
  expect(thread.ownership.asking.value).toBe('takeOver')
  expect(calls).not.toContain('POST takeover')
  expect(await thread.ownership.takeOver()).toBe(true)
  expect(thread.ownership.holdsIt.value).toBe(true)
})

test('H5: words typed while a colleague took over are kept and begin a note', async () => {
  const { thread, told, entry } = await openThread()
  await thread.ownership.takeOver()
  thread.composer.write('reply', 'The lining is whole.')
  told.takenBy(IVO)
  expect(await thread.composer.send('reply')).toBe(true)
  expect(textsOf(entry)).not.toContain('The lining is whole.')
  expect(thread.ownership.conflict.value?.holderName).toBe('Ivo')
  expect(thread.composer.text.reply.value).toBe('The lining is whole.')
  thread.composer.startNote()
  expect(thread.composer.text.note.value).toBe('The lining is whole.')
  await thread.composer.send('note')
  expect(entry.events.at(-1)).toMatchObject({ note: { text: 'The lining is whole.' } })
})

test('a reply without a line is not sent, stays, and goes out once when tried again', async () => {
  const { thread, entry, lose } = await openThread()
  await thread.ownership.takeOver()
  lose('request')
  thread.composer.write('reply', 'It goes tracked.')
  expect(await thread.composer.send('reply')).toBe(false)
  expect(thread.composer.unsent.value).toMatchObject([
    { state: 'failed', text: 'It goes tracked.' },
  ])
  lose(null)
  expect(await thread.composer.retry()).toBe(true)
  expect(textsOf(entry).filter((text) => text === 'It goes tracked.')).toHaveLength(1)
})

test('L3: a reply whose answer was lost is sent again as the same one', async () => {
  const { thread, entry, lose } = await openThread()
  await thread.ownership.takeOver()
  lose('reply')
  thread.composer.write('reply', 'It goes tracked.')
  await thread.composer.send('reply')
  expect(thread.composer.unsent.value).toHaveLength(1)
  lose(null)
  await thread.composer.retry()
  expect(textsOf(entry).filter((text) => text === 'It goes tracked.')).toHaveLength(1)
  expect(thread.composer.unsent.value).toEqual([])
})

test('a reply that the room brings back first is no longer unsent', async () => {
  const { thread, lose, hear } = await openThread()
  await thread.ownership.takeOver()
  lose('reply')
  thread.composer.write('reply', 'It goes tracked.')
  await thread.composer.send('reply')
  hear()
  expect(thread.composer.unsent.value).toEqual([])
})

test('L3: a takeover whose answer was lost is the same takeover when pressed again', async () => {
  const { thread, entry, lose } = await openThread()
  lose('reply')
  expect(await thread.ownership.takeOver()).toBe(false)
  expect(thread.ownership.commandRefusal.value?.code).toBe('offline')
  lose(null)
  expect(await thread.ownership.takeOver()).toBe(true)
  expect(entry.events.filter((event) => event.type === 'conversation.taken_over')).toHaveLength(1)
})

test('drafts and what was not sent outlive the page', async () => {
  const { thread, told, lose } = await openThread()
  await thread.ownership.takeOver()
  lose('request')
  thread.composer.write('reply', 'It goes tracked.')
  await thread.composer.send('reply')
  thread.composer.write('reply', 'And one more thing')
  thread.dispose()
  const later = await openThread(told)
  expect(later.thread.composer.text.reply.value).toBe('And one more thing')
  expect(later.thread.composer.unsent.value).toMatchObject([{ text: 'It goes tracked.' }])
})

test('H6: a note needs no conversation in hand', async () => {
  const { thread, entry } = await openThread()
  thread.composer.startNote()
  thread.composer.write('note', 'On the rail by the till.')
  expect(await thread.composer.send('note')).toBe(true)
  expect(entry.events.at(-1)?.audience).toBe('staff')
})

test('after a note the composer is for the shopper again, and none is open once the conversation is handed back', async () => {
  const { thread } = await openThread()
  await thread.ownership.takeOver()
  thread.composer.startNote()
  thread.composer.write('note', 'Pays by card.')
  await thread.composer.send('note')
  expect(thread.composer.mode.value).toBe('reply')
  expect(thread.composer.noting.value).toBe(false)
})

test('H7: resolve and hand back; a resolved conversation can be taken up again', async () => {
  const { thread } = await openThread()
  await thread.ownership.takeOver()
  expect(await thread.ownership.command('handBack')).toBe(true)
  expect(thread.log.conversation.value?.phase.name).toBe('assistant')
  expect(await thread.ownership.command('resolve')).toBe(true)
  expect(thread.log.conversation.value?.phase.name).toBe('resolved')
  expect(await thread.ownership.takeOver()).toBe(true)
})

test('what was seen is marked as read, and only that', async () => {
  const { thread, told, read, hear } = await openThread()
  expect(thread.firstUnread.value).toMatchObject({ count: 1 })
  thread.seen()
  await vi.advanceTimersByTimeAsync(300)
  told.says('Hello?')
  hear()
  expect(read).toEqual([1])
  thread.seen()
  await vi.advanceTimersByTimeAsync(300)
  expect(read).toEqual([1, 2])
  expect(thread.firstUnread.value?.count).toBe(1)
})

test('a conversation that closes before it has loaded opens no socket', async () => {
  const told = waitingConversation()
  const direct = createDirectApi(shop)
  const openRoom = vi.fn(() => ({ send: () => {}, isOpen: () => true, close: () => {} }))
  const thread = createThreadModel(direct.api, {
    id: told.id,
    me: MARTA.id,
    readBefore: null,
    drafts,
    openRoom,
    isAway: () => false,
    read: () => {},
    hearServerTime: () => {},
  })
  const opening = thread.open()
  thread.dispose()
  await opening
  expect(openRoom).not.toHaveBeenCalled()
})
