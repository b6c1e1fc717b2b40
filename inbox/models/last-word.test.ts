import { expect, test } from 'vitest'
import { createMarlow, MARTA, tellConversation } from '../testing/marlow.ts'
import { isAnswerDue, isUnanswered } from './last-word.ts'

test('the assistant owes an answer to what was asked, and none to what was handed back', () => {
  const shop = createMarlow()
  const told = tellConversation(shop, { agoMinutes: 20 })
  const says = () => {
    const { events } = shop.find(told.id)
    return { due: isAnswerDue(events), unanswered: isUnanswered(events) }
  }
  told.says('Is the lining torn?')
  expect(says()).toEqual({ due: true, unanswered: true })
  told.answers('It is not.', 0.9)
  expect(says()).toEqual({ due: false, unanswered: false })
  told.says('And the zip?')
  told.asksForPerson('asked', [])
  told.takenBy(MARTA)
  shop.append(told.id, {
    type: 'conversation.handed_back',
    author: { kind: 'teammate', ...MARTA },
    clientId: 'back-0001',
    teammate: MARTA,
  })
  expect(says()).toEqual({ due: false, unanswered: true })
  told.says('Anyone?')
  expect(says()).toEqual({ due: true, unanswered: true })
})
