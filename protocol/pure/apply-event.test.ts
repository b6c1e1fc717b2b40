import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StaffConversation } from '../conversations.ts'
import { AUDIENCE_OF, type ConversationEvent, type EventOf, type EventType } from '../events.ts'
import { applyEvent, startConversation } from './apply-event.ts'
import { visibleTo } from './audience.ts'

const marta = { id: 'tmt_01' as const, name: 'Marta', initials: 'M' }
const visitor = { kind: 'visitor', id: 'vis_01' as const } as const
const stamp = {
  id: 'evt_01' as const,
  conversationId: 'cnv_01' as const,
  prev: 0,
  author: visitor,
  createdAt: 1000,
}

const started: EventOf<'conversation.started'> = {
  ...stamp,
  seq: 1,
  type: 'conversation.started',
  audience: 'everyone',
  language: 'en',
}

const payloads: { [T in EventType]?: object } = {
  'message.created': { message: { id: 'msg_01', text: 'Is it still there?' } },
  'note.created': { note: { id: 'nte_01', text: 'Looks like a regular' } },
  'handoff.offered': { reason: 'unsure' },
  'handoff.declined': {},
  'handoff.requested': { reason: 'asked', passedOn: { messageCount: 1 }, teammatesAround: [marta] },
  'handoff.cancelled': {},
  'conversation.taken_over': { teammate: marta },
  'conversation.handed_back': { teammate: marta },
  'conversation.resolved': { teammate: marta },
  'conversation.reopened': {},
  'visitor.email_given': { email: 'a@b.example' },
}

/** Any sequence of events, numbered as the log numbers them. */
const logs = fc
  .array(fc.constantFrom(...(Object.keys(payloads) as EventType[])), { maxLength: 40 })
  .map((types) => {
    let lastEveryone = 1
    return types.map((type, index) => {
      const event = {
        ...stamp,
        seq: index + 2,
        prev: lastEveryone,
        type,
        audience: AUDIENCE_OF[type],
        ...payloads[type],
      } as ConversationEvent
      if (event.audience === 'everyone') lastEveryone = event.seq
      return event
    })
  })

function foldAll(events: ConversationEvent[]): StaffConversation {
  return events.reduce(applyEvent, startConversation(started, 'vis_01'))
}

test('L2: a visitor who sees only `everyone` events gets the phase, version and offer that staff get', () => {
  fc.assert(
    fc.property(logs, (events) => {
      const staff = foldAll(events)
      const seen = visibleTo('visitor', events).reduce(applyEvent, startConversation(started))
      expect(seen.phase).toEqual(staff.phase)
      expect(seen.version).toBe(staff.version)
      expect(seen.offer).toEqual(staff.offer)
      expect(seen.offerDeclined).toBe(staff.offerDeclined)
      expect(seen).not.toHaveProperty('email')
      expect(seen).not.toHaveProperty('visitorId')
    }),
  )
})

test('the version rises with each change of phase or holder, and with nothing else', () => {
  fc.assert(
    fc.property(logs, (events) => {
      let before: StaffConversation = startConversation(started, 'vis_01')
      for (const event of events) {
        const after = applyEvent(before, event)
        const moved = /taken_over|handed_back|resolved|reopened|requested|cancelled/.test(
          event.type,
        )
        expect(after.version).toBe(before.version + (moved ? 1 : 0))
        before = after
      }
    }),
  )
})

test('an offer stands until it is declined, the visitor writes on, or the phase changes', () => {
  const offered = event('handoff.offered', 2)
  expect(foldAll([offered]).offer).toEqual({ reason: 'unsure' })
  for (const end of ['handoff.declined', 'message.created', 'handoff.requested'] as const) {
    expect(foldAll([offered, event(end, 3)]).offer).toBeUndefined()
  }
  expect(foldAll([offered, event('note.created', 3)]).offer).toEqual({ reason: 'unsure' })
})

test('E6: a decline holds until hand back or reopening', () => {
  const declined = [event('handoff.offered', 2), event('handoff.declined', 3)]
  expect(foldAll(declined).offerDeclined).toBe(true)
  expect(foldAll([...declined, event('conversation.taken_over', 4)]).offerDeclined).toBe(true)
  for (const type of ['conversation.handed_back', 'conversation.reopened'] as const) {
    expect(foldAll([...declined, event(type, 4)]).offerDeclined).toBe(false)
  }
})

test('the current page is that of the last message that named one', () => {
  const page = { url: 'https://shop.example/items/1', title: 'One', itemCode: 'MRL-1' }
  const onPage = {
    ...event('message.created', 2),
    message: { id: 'msg_01', text: 'Hello', page },
  } as ConversationEvent
  expect(foldAll([onPage, event('message.created', 3)]).page).toEqual(page)
})

test('an event of a type that this build does not know moves the cursor and nothing else', () => {
  const unknown = { ...event('note.created', 2), type: 'message.redacted' } as unknown
  const after = applyEvent(startConversation(started), unknown as ConversationEvent)
  expect(after).toEqual({ ...startConversation(started), lastSeq: 2 })
})

function event(type: EventType, seq: number): ConversationEvent {
  return {
    ...stamp,
    seq,
    type,
    audience: AUDIENCE_OF[type],
    ...payloads[type],
  } as ConversationEvent
}
