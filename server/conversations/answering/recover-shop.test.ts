import { expect, test } from 'vitest'
import { scriptedShop } from '../../testing/test-shop.ts'
import { listEvents, listOwedAnswers } from '../log/store.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { createLiveAnswers } from './live-answers.ts'
import { recoverShop } from './recover-shop.ts'

/** The same shop after a crash: what lived in memory is gone, the file is as it was. */
function afterCrash(shop: ReturnType<typeof scriptedShop>) {
  return {
    ...shop.system(),
    live: createLiveAnswers((error) => {
      throw error
    }),
  }
}

test('A7: after a restart owed answers are given in order', async () => {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const { conversation } = startConversation(visitor, { clientId: 'first-act-1', text: 'One?' })
  const conversationId = conversation.id
  receiveMessage(visitor, { conversationId, clientId: 'message-0002', text: 'Two?' })
  await shop.answerer.next()
  shop.clock.nowAt += 60_000
  const system = afterCrash(shop)
  recoverShop(system)
  for (const text of ['One?', 'Two?']) {
    const turn = await shop.answerer.next()
    expect(turn.question.text).toBe(text)
    turn.finish({ text: `About ${text}` })
  }
  await system.live.idle()
  expect(listOwedAnswers(shop.db)).toEqual([])
  const answers = listEvents(shop.db, conversationId, 'visitor', 0, 50).filter(
    (event) => event.type === 'message.created' && 'answers' in event.message,
  )
  expect(answers).toHaveLength(2)
})

test('A7: a question that is older than two minutes has failed, and a person is offered', () => {
  const shop = scriptedShop()
  const { conversation } = startConversation(shop.visitor(), {
    clientId: 'first-act-1',
    text: 'Anyone?',
  })
  shop.clock.nowAt += 121_000
  recoverShop(afterCrash(shop))
  expect(listOwedAnswers(shop.db)).toEqual([])
  expect(listEvents(shop.db, conversation.id, 'visitor', 2, 50).map(({ type }) => type)).toEqual([
    'answer.failed',
    'handoff.offered',
  ])
})
