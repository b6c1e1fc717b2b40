import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InboxRow } from '../../protocol/inbox.ts'
import { createMarlow, IVO, MARTA, tellConversation } from '../testing/marlow.ts'
import { scriptedRoom } from '../testing/scripted-room.ts'
import { countChange, mergeRow, replaceRows, unreadOf, viewsOf } from './list-rows.ts'

function rowsOfStory(): InboxRow[] {
  const shop = createMarlow()
  const told = tellConversation(shop, { agoMinutes: 5 })
  const rows: InboxRow[] = []
  const look = () => rows.push(...shop.list('all', null, scriptedRoom).conversations)
  told.says('Hello')
  look()
  told.asksForPerson('asked', [])
  look()
  told.takenBy(MARTA)
  look()
  return rows
}

test('R7: the newest summary wins, whatever order they come in', () => {
  const rows = rowsOfStory()
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (order) => {
      const last = order.reduce<InboxRow | undefined>(
        (known, row) => mergeRow(known, row),
        undefined,
      )
      expect(last).toEqual(rows.at(-1))
    }),
  )
})

test('what a teammate has read never goes back', () => {
  const [row] = rowsOfStory()
  if (!row) throw new Error('no row')
  const read = { ...row, readVisitorMessages: 1 }
  expect(mergeRow(read, { ...row, lastSeq: 99 }).readVisitorMessages).toBe(1)
  expect(unreadOf(row)).toBe(1)
  expect(unreadOf(read)).toBe(0)
})

test('a row that the server no longer names goes, unless it moved meanwhile', () => {
  const [row] = rowsOfStory()
  if (!row) throw new Error('no row')
  const known = new Map([[row.conversationId, row]])
  expect(replaceRows(known, [], () => false).size).toBe(0)
  expect(replaceRows(known, [], () => true).size).toBe(1)
})

test('counts follow a conversation from view to view', () => {
  const [asked, waiting, mine] = rowsOfStory().map((row) => row.summary)
  if (!asked || !waiting || !mine) throw new Error('no rows')
  const none = { needs_person: 0, mine: 0, all: 0, resolved: 0 }
  const begun = countChange(none, undefined, asked, MARTA.id)
  expect(begun).toEqual({ ...none, all: 1 })
  const rung = countChange(begun, asked, waiting, MARTA.id)
  expect(rung).toEqual({ ...none, all: 1, needs_person: 1 })
  expect(countChange(rung, waiting, mine, MARTA.id)).toEqual({ ...none, all: 1, mine: 1 })
  expect(viewsOf(mine, IVO.id)).toEqual(['all'])
})
