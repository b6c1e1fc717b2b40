import { expect, test } from 'vitest'
import { createMarlow, MARTA, tellConversation } from '../testing/marlow.ts'
import { headlineOf } from './brief-facts.ts'

test('the brief says what was passed on, and after a resolve what was written since', () => {
  const shop = createMarlow()
  const told = tellConversation(shop, { agoMinutes: 20 })
  const headline = () => headlineOf(shop.find(told.id).events)
  told.says('hello')
  expect(headline()).toBe('hello')
  told.says('Is the lining torn?')
  told.asksForPerson('asked', [])
  told.says('Still here')
  expect(headline()).toBe('Is the lining torn?')
  told.takenBy(MARTA)
  shop.append(told.id, {
    type: 'conversation.resolved',
    author: { kind: 'teammate', ...MARTA },
    clientId: 'resolve-0001',
    teammate: MARTA,
  })
  expect(headline()).toBe('Is the lining torn?')
  told.says('Another thing: do you have it in green?')
  told.says('Or in blue?')
  expect(headline()).toBe('Another thing: do you have it in green?')
})
