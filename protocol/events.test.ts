import * as v from 'valibot'
import { expect, test } from 'vitest'
import { AUDIENCE_OF, ConversationEvent } from './events.ts'

test('the schema of each event and the table of audiences say the same', () => {
  const fromSchemas = ConversationEvent.options.map(({ entries }) => [
    entries.type.literal,
    entries.audience.literal,
  ])
  expect(Object.fromEntries(fromSchemas)).toEqual(AUDIENCE_OF)
})

test('an event whose audience was forged is refused', () => {
  const note = {
    id: `evt_${'0'.repeat(26)}`,
    conversationId: `cnv_${'0'.repeat(26)}`,
    seq: 1,
    prev: 0,
    author: { kind: 'system', id: 'system' },
    createdAt: 1,
    type: 'note.created',
    note: { id: `nte_${'0'.repeat(26)}`, text: 'for the team' },
  }
  expect(v.is(ConversationEvent, { ...note, audience: 'staff' })).toBe(true)
  expect(v.is(ConversationEvent, { ...note, audience: 'everyone' })).toBe(false)
})
