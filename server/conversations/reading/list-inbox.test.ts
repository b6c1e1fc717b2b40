import { expect, test } from 'vitest'
import { scriptedShop } from '../../testing/test-shop.ts'
import { resolveConversation } from '../handoff/resolve-conversation.ts'
import { takeOver } from '../handoff/take-over.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { listInbox } from './list-inbox.ts'
import { markRead } from './mark-read.ts'

function waitingIn(shop: ReturnType<typeof scriptedShop>) {
  shop.clock.nowAt += 1000
  const visitor = shop.visitor()
  return {
    visitor,
    ...startConversation(visitor, { clientId: 'first-act-1', handoff: true }).conversation,
  }
}

test('who needs a person comes first, longest wait first, and is counted', () => {
  const shop = scriptedShop()
  const [first, second, third] = [waitingIn(shop), waitingIn(shop), waitingIn(shop)]
  const marta = shop.teammate('Marta')
  takeOver(marta, { conversationId: second.id, clientId: 'command-0001', version: second.version })
  const page = listInbox(marta, { view: 'needs_person' })
  expect(page.conversations.map((row) => row.conversationId)).toEqual([first.id, third.id])
  expect(page.counts).toEqual({ needs_person: 2, mine: 1, all: 3, resolved: 0 })
  const mine = listInbox(marta, { view: 'mine' })
  expect(mine.conversations.map((row) => row.conversationId)).toEqual([second.id])
  expect(listInbox(shop.teammate('Ivo'), { view: 'mine' }).conversations).toEqual([])
})

test('a view of more than 50 comes in pages that neither repeat nor skip, also among equals', () => {
  const shop = scriptedShop()
  const ids = Array.from({ length: 120 }, (_, index) => {
    const { id } = waitingIn(shop)
    if (index % 3) shop.clock.nowAt -= 1000
    return id
  })
  const marta = shop.teammate('Marta')
  for (const view of ['needs_person', 'all'] as const) {
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = listInbox(marta, { view, ...(cursor && { cursor }) })
      seen.push(...page.conversations.map((row) => row.conversationId))
      cursor = page.cursor
    } while (cursor)
    expect(seen).toHaveLength(120)
    expect(new Set(seen)).toEqual(new Set(ids))
  }
})

test('unread is each teammate’s own, and a mark never moves back', () => {
  const shop = scriptedShop()
  const talk = waitingIn(shop)
  const [marta, ivo] = [shop.teammate('Marta'), shop.teammate('Ivo')]
  for (const n of [1, 2, 3]) {
    receiveMessage(talk.visitor, {
      conversationId: talk.id,
      clientId: `message-000${n}`,
      text: `Line ${n}`,
    })
  }
  const unread = (teammate: typeof marta) => {
    const row = listInbox(teammate, { view: 'all' }).conversations[0]
    return row && row.summary.visitorMessages - row.readVisitorMessages
  }
  expect(unread(marta)).toBe(3)
  markRead(marta, { conversationId: talk.id, seq: 4 })
  expect(unread(marta)).toBe(1)
  markRead(marta, { conversationId: talk.id, seq: 3 })
  expect(unread(marta)).toBe(1)
  expect(unread(ivo)).toBe(3)
})

test('a row says who has it, the last line and the wait', () => {
  const shop = scriptedShop()
  const talk = waitingIn(shop)
  const marta = shop.teammate('Marta')
  receiveMessage(talk.visitor, {
    conversationId: talk.id,
    clientId: 'message-0001',
    text: '  Still   here,\nby the way.  ',
  })
  const [row] = listInbox(marta, { view: 'needs_person' }).conversations
  expect(row?.summary).toMatchObject({
    phase: { name: 'waiting', reason: 'asked' },
    lastLine: { author: { kind: 'visitor' }, text: 'Still here, by the way.' },
    visitorMessages: 1,
  })
  resolveConversation(marta, {
    conversationId: talk.id,
    clientId: 'command-0001',
    version: talk.version,
  })
  expect(listInbox(marta, { view: 'resolved' }).conversations[0]?.summary.phase).toMatchObject({
    name: 'resolved',
    teammate: { name: 'Marta' },
  })
})

test('a cursor that is not ours is refused', () => {
  const marta = scriptedShop().teammate('Marta')
  for (const cursor of ['', 'x', '1.cnv_', "1.' OR 1=1", '9'.repeat(40)]) {
    expect(() => listInbox(marta, { view: 'all', cursor })).toThrow('cursor')
  }
})
