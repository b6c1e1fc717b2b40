import { describe, expect, it } from 'vitest'
import type { ConversationEvent } from '../../../protocol/events.ts'
import { buildTurns, isAnswerOwed } from './build-turns.ts'

let ids = 0
const VISITOR = { kind: 'visitor', id: 'vis_1' }
const MARTA = { kind: 'teammate', id: 'tmt_1', name: 'Marta', initials: 'M' }
const TOM = { kind: 'teammate', id: 'tmt_2', name: 'Tom', initials: 'T' }

function event(type: string, rest: object = {}): ConversationEvent {
  return { id: `evt_${++ids}`, type, author: VISITOR, ...rest } as unknown as ConversationEvent
}
const said = (text: string, author: object = VISITOR) =>
  event('message.created', { author, message: { id: `msg_${text}`, text } })
const answer = (text: string, answers: string) =>
  event('message.created', {
    author: { kind: 'assistant' },
    message: { id: `msg_${text}`, text, answers },
  })

describe('turns', () => {
  it('put together what one voice says in a row', () => {
    const events = [
      said('a'),
      said('b'),
      answer('c', 'msg_b'),
      said('d', MARTA),
      said('e', MARTA),
      said('f', TOM),
      said('g'),
    ]
    const turns = buildTurns(events)
    expect(turns.map((turn) => [turn.kind, 'said' in turn ? turn.said.length : 1])).toEqual([
      ['visitor', 2],
      ['answer', 1],
      ['teammate', 2],
      ['teammate', 1],
      ['visitor', 1],
    ])
  })

  it('draw a line for each change of who answers, and nothing for what shows nothing', () => {
    const types = [
      'conversation.started',
      'handoff.offered',
      'handoff.declined',
      'handoff.requested',
      'handoff.cancelled',
      'conversation.taken_over',
      'conversation.handed_back',
      'conversation.resolved',
      'conversation.reopened',
      'message.rated',
      'of.a.newer.server',
    ]
    const lines = buildTurns(types.map((type) => event(type)))
    expect(lines.map((turn) => 'event' in turn && turn.event.type)).toEqual(types.slice(2, 9))
  })

  it('draw again without changing what was drawn', () => {
    const events = [said('a'), said('b')]
    expect(buildTurns(events)).toEqual(buildTurns(events))
  })
})

describe('an answer is owed', () => {
  it.each([
    ['to a question that has none', [said('q')], true],
    ['to nobody who did not ask', [event('conversation.started')], false],
    ['no more once it is there', [said('q'), answer('a', 'msg_q')], false],
    [
      'no more once it has failed',
      [said('q'), event('answer.failed', { answers: 'msg_q' })],
      false,
    ],
    ['to the second of two questions', [said('q'), said('r'), answer('a', 'msg_q')], true],
    [
      'not to what was asked while a person was called',
      [said('q'), event('handoff.requested'), event('handoff.cancelled')],
      false,
    ],
    [
      'not to what a teammate handed back',
      [event('conversation.taken_over'), said('q'), event('conversation.handed_back')],
      false,
    ],
    ['to what was asked after that', [event('conversation.handed_back'), said('q')], true],
    [
      'to what opens a solved conversation',
      [event('conversation.resolved'), said('q'), event('conversation.reopened')],
      true,
    ],
  ])('%s', (_, events, owed) => {
    expect(isAnswerOwed(events)).toBe(owed)
  })
})
