import { expect, it } from 'vitest'
import { createRoomMemory } from './room-memory.ts'

const MINUTE_MS = 60_000
const ROOM = { party: 'conversation', id: 'demo.cnv' } as const
const INBOX = { party: 'inbox', id: 'demo' } as const

it('knows the rooms of a subject, each once, and of nobody else', () => {
  const memory = createRoomMemory(() => 0)
  memory.remember('ana', ROOM)
  memory.remember('ana', ROOM)
  memory.remember('ana', INBOX)
  memory.remember('ben', INBOX)
  expect(memory.roomsOf('ana')).toEqual([ROOM, INBOX])
  expect(memory.roomsOf('')).toEqual([])
})

it('forgets a room when no socket of its last token can stand any more', () => {
  let nowAt = 0
  const memory = createRoomMemory(() => nowAt)
  memory.remember('ana', ROOM)
  memory.remember('ana', INBOX)
  nowAt = 30 * MINUTE_MS
  memory.remember('ana', ROOM)
  nowAt = 60 * MINUTE_MS
  expect(memory.roomsOf('ana')).toEqual([INBOX, ROOM])
  nowAt = 61 * MINUTE_MS
  expect(memory.roomsOf('ana')).toEqual([ROOM])
})
