import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Author } from '../../protocol/authors.ts'
import type { InboxRoomFrame } from '../../protocol/frames.ts'
import type { InboxView } from '../../protocol/inbox.ts'
import { createCounterDay } from '../testing/counter-day.ts'
import { createMarlow, MARTA, tellConversation } from '../testing/marlow.ts'
import { scriptedRoom } from '../testing/scripted-room.ts'
import type { Refusal } from '../wire/request.ts'
import { createListModel } from './list-model.ts'
import { unreadOf } from './list-rows.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function openList(shop = createCounterDay().shop) {
  const rang: string[] = []
  const asked: string[] = []
  let refusal: Refusal | null = null
  const list = createListModel(
    {
      async list(view: InboxView, cursor: string | null) {
        asked.push(`${view} ${cursor ?? ''}`.trim())
        return refusal ?? { ok: true, value: shop.list(view, cursor, scriptedRoom) }
      },
    },
    { me: MARTA.id, hearServerTime: () => {}, rang: ({ visitorLabel }) => rang.push(visitorLabel) },
  )
  const frames: InboxRoomFrame[] = []
  shop.listen({
    published: () => {},
    summarised: (conversationId, lastSeq, summary) =>
      frames.push({ type: 'summary', conversationId, lastSeq, summary }),
  })
  const refuseWith = (next: Refusal | null) => {
    refusal = next
  }
  return { list, shop, rang, asked, frames, refuseWith }
}

const labelOf = ({ visitor }: { visitor: Author }) => visitor.id.slice(-4).toUpperCase()

test('a handoff lights up in row and count without a fetch', async () => {
  const { list, shop, rang, frames } = openList()
  await list.refresh()
  const told = tellConversation(shop, { agoMinutes: 0 })
  told.says('Is anybody there?')
  told.asksForPerson('asked', [])
  for (const frame of frames) list.receive(frame)
  expect(list.counts.value).toMatchObject({ needs_person: 4, all: 9 })
  expect(list.groups.value[0]?.rows.at(-1)?.conversationId).toBe(told.id)
  expect(rang).toEqual([labelOf(told)])
})

test('R7: frames that come late or twice change nothing', async () => {
  const { list, shop, frames, rang } = openList()
  const told = tellConversation(shop, { agoMinutes: 0 })
  await list.refresh()
  told.says('Hello')
  told.asksForPerson('asked', [])
  const [said, asks] = frames
  if (!said || !asks) throw new Error('no frames')
  for (const frame of [asks, said, asks]) list.receive(frame)
  expect(list.counts.value?.needs_person).toBe(4)
  expect(list.rows.value.get(told.id)?.summary.phase.name).toBe('waiting')
  expect(rang).toEqual([labelOf(told)])
})

test('what has been read of an unknown conversation is asked for, once for a burst', async () => {
  const { list, shop, frames, asked } = openList(createMarlow())
  const told = tellConversation(shop, { agoMinutes: 1 })
  told.says('One')
  shop.markRead(told.id, 2)
  await list.refresh()
  list.rows.value = new Map()
  asked.length = 0
  told.says('Two')
  told.says('Three')
  for (const frame of frames) list.receive(frame)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked).toEqual(['needs_person', 'all'])
  const row = list.rows.value.get(told.id)
  expect(row && unreadOf(row)).toBe(2)
})

test('a row that moved while the list was on its way keeps what the frame said', async () => {
  const { list, shop, frames } = openList()
  const told = tellConversation(shop, { agoMinutes: 0 })
  told.says('Hello')
  const fetched = list.refresh()
  told.asksForPerson('asked', [])
  for (const frame of frames) list.receive(frame)
  await fetched
  expect(list.rows.value.get(told.id)?.summary.phase.name).toBe('waiting')
})

test('a conversation that was resolved while the line was down leaves the list', async () => {
  const { list, shop } = openList()
  await list.refresh()
  const [entry] = shop.conversations.values()
  if (!entry) throw new Error('no conversation')
  const { initials, name, id } = MARTA
  shop.append(entry.id, {
    type: 'conversation.resolved',
    author: { kind: 'teammate', id, name, initials },
    teammate: { id, name, initials },
  })
  await list.refresh()
  expect(list.rows.value.has(entry.id)).toBe(false)
})

test('more than a page is shown on request and stays shown', async () => {
  const shop = createMarlow()
  for (let n = 0; n < 120; n++) tellConversation(shop, { agoMinutes: n }).says('Hello')
  const { list } = openList(shop)
  list.show('all')
  await list.refresh()
  expect(list.rows.value.size).toBe(50)
  await list.showMore()
  await list.showMore()
  expect(list.rows.value.size).toBe(120)
  expect(list.hasMore.value).toBe(false)
  await list.refresh()
  expect(list.rows.value.size).toBe(120)
})

test('a handoff that came while the line was down is told too, once', async () => {
  const { list, shop, rang } = openList()
  await list.refresh()
  expect(rang).toEqual([])
  await vi.advanceTimersByTimeAsync(5000)
  const told = tellConversation(shop, { agoMinutes: 0 })
  told.says('Is anybody there?')
  told.asksForPerson('asked', [])
  await list.refresh()
  await list.refresh()
  expect(rang).toEqual([labelOf(told)])
})

test('a list that cannot be loaded keeps what it has and says so', async () => {
  const { list, refuseWith } = openList()
  await list.refresh()
  refuseWith({ ok: false, code: 'offline', message: 'No connection.', details: {} })
  await list.refresh()
  expect(list.rows.value.size).toBe(8)
  expect(list.refusal.value?.code).toBe('offline')
  refuseWith(null)
  await list.refresh()
  expect(list.refusal.value).toBeNull()
})
