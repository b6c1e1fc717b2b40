import * as v from 'valibot'
import { expect, test } from 'vitest'
import { AUDIENCE_OF, ConversationEvent } from './events.ts'

test('what the team alone may see is the note, the assessment and the e-mail', () => {
  const types = Object.entries(AUDIENCE_OF)
  expect(types).toHaveLength(ConversationEvent.options.length)
  expect(types.filter(([, audience]) => audience === 'staff').map(([type]) => type)).toEqual([
    'note.created',
    'answer.assessed',
    'visitor.email_given',
  ])
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
