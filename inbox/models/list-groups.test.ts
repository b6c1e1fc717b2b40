import { expect, test } from 'vitest'
import type { InboxRow } from '../../protocol/inbox.ts'
import { createCounterDay } from '../testing/counter-day.ts'
import { MARTA } from '../testing/marlow.ts'
import { scriptedRoom } from '../testing/scripted-room.ts'
import { groupRows, nextWait } from './list-groups.ts'
import type { Rows } from './list-rows.ts'

function day() {
  const told = createCounterDay()
  const all = told.shop.list('all', null, scriptedRoom).conversations
  const rows: Rows = new Map(all.map((row) => [row.conversationId, row]))
  return { told, rows }
}
const idOf = (row: InboxRow) => row.conversationId

test('who waits comes first, longest wait first, then with a teammate, then with the assistant', () => {
  const { told, rows } = day()
  const groups = groupRows(rows, 'needs_person', MARTA.id, null)
  expect(groups.map((group) => group.name)).toEqual(['waiting', 'teammate', 'assistant'])
  expect(groups[0]?.rows.map(idOf)).toEqual([told.jacket.id, told.chair.id, told.blanket.id])
  expect(groups[1]?.rows.map(idOf)).toEqual([told.pot.id, told.trench.id])
})

test('Mine shows only what this teammate holds', () => {
  const { told, rows } = day()
  expect(groupRows(rows, 'mine', MARTA.id, null).flatMap((group) => group.rows.map(idOf))).toEqual([
    told.trench.id,
  ])
})

test('rows do not jump under a pointer, but a row may change its group', () => {
  const { told, rows } = day()
  const held = groupRows(rows, 'all', MARTA.id, null).flatMap((group) => group.rows.map(idOf))
  told.trench.says('Are you there?')
  told.lamp.asksForPerson('asked', [])
  const moved: Rows = new Map(
    told.shop.list('all', null, scriptedRoom).conversations.map((row) => [row.conversationId, row]),
  )
  const groups = groupRows(moved, 'all', MARTA.id, held)
  expect(groups[1]?.rows.map(idOf)).toEqual([told.pot.id, told.trench.id])
  expect(groups[0]?.rows.map(idOf).at(-1)).toBe(told.lamp.id)
})

test('from the longest wait on to the next longest, and round', () => {
  const { told, rows } = day()
  const after = (id: InboxRow['conversationId'] | null) => nextWait(rows, id)?.conversationId
  expect(after(null)).toBe(told.jacket.id)
  expect(after(told.trench.id)).toBe(told.jacket.id)
  expect(after(told.jacket.id)).toBe(told.chair.id)
  expect(after(told.chair.id)).toBe(told.blanket.id)
  expect(after(told.blanket.id)).toBe(told.jacket.id)
  expect(nextWait(new Map(), null)).toBeNull()
  const one = [...rows].filter(([id]) => id === told.jacket.id)
  expect(nextWait(new Map(one), told.jacket.id)).toBeNull()
})
