import { expect, test } from 'vitest'
import { createCounterDay } from '../testing/counter-day.ts'
import { createMarlow, IVO, MARTA, tellConversation } from '../testing/marlow.ts'
import { threadItems } from './thread-items.ts'

const NOTHING = { firstUnread: null, conflict: null }

test('an answer stands with what the team knows of it, notes share one mark', () => {
  const { shop, jacket } = createCounterDay()
  const items = threadItems(shop.find(jacket.id).events, NOTHING)
  expect(items.map((item) => item.kind)).toEqual([
    'day',
    'visitor',
    'answer',
    'visitor',
    'answer',
    'system',
    'visitor',
    'system',
    'staff',
    'visitor',
    'visitor',
  ])
  const answers = items.filter((item) => item.kind === 'answer')
  expect(answers.map((item) => item.assessment?.confidence)).toEqual([0.88, 0.31])
  const staff = items.find((item) => item.kind === 'staff')
  expect(staff?.entries.map((entry) => entry.kind)).toEqual(['email', 'note'])
})

test('a run of messages shows its time once', () => {
  const { shop, jacket } = createCounterDay()
  const items = threadItems(shop.find(jacket.id).events, NOTHING)
  const visitor = items.filter((item) => item.kind === 'visitor')
  expect(visitor.map((item) => item.lastOfRun)).toEqual([true, true, true, false, true])
})

test('what is new begins with a line', () => {
  const { shop, jacket } = createCounterDay()
  const { events } = shop.find(jacket.id)
  const first = events.at(-2)
  if (!first) throw new Error('no events')
  const items = threadItems(events, { ...NOTHING, firstUnread: { seq: first.seq, count: 2 } })
  expect(items.at(-3)).toMatchObject({ kind: 'unread', count: 2 })
})

test('a takeover that came a moment earlier is told right after it, to this teammate alone', () => {
  const shop = createMarlow()
  const one = tellConversation(shop, { agoMinutes: 1 })
  one.says('Hello')
  const afterSeq = shop.find(one.id).events.length
  one.takenBy(IVO)
  one.replies(IVO, 'Hello, Ivo here.')
  const items = threadItems(shop.find(one.id).events, {
    ...NOTHING,
    conflict: { holderName: 'Ivo', afterSeq },
  })
  expect(items.map((item) => item.kind)).toEqual(['day', 'visitor', 'system', 'staff', 'teammate'])
})

test('what was decided on a question that got no answer stands below it', () => {
  const shop = createMarlow()
  const told = tellConversation(shop, { agoMinutes: 1 })
  told.says('I want a person')
  told.assessedUnanswered()
  told.asksForPerson('asked', [MARTA])
  const items = threadItems(shop.find(told.id).events, NOTHING)
  expect(items.map((item) => item.kind)).toEqual(['day', 'visitor', 'staff', 'system'])
})
