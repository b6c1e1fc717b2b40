import { expect, test } from 'vitest'
import type { ConversationEvent } from '../events.ts'
import { settledQuestion } from './settled-question.ts'

const event = (fields: object) => fields as ConversationEvent
const said = (message: object) => event({ type: 'message.created', message })

test('A2: an answer, a cut one and a failure settle their question, and nothing else does', () => {
  expect(settledQuestion(said({ id: 'msg_a', answers: 'msg_q' }))).toBe('msg_q')
  expect(settledQuestion(said({ id: 'msg_a', answers: 'msg_q', cut: true }))).toBe('msg_q')
  expect(settledQuestion(event({ type: 'answer.failed', answers: 'msg_q' }))).toBe('msg_q')
  expect(settledQuestion(said({ id: 'msg_q', text: 'Any damage?' }))).toBeUndefined()
  expect(settledQuestion(event({ type: 'conversation.taken_over' }))).toBeUndefined()
})
