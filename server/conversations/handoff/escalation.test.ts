import { expect, test } from 'vitest'
import { teammates } from '../../db/schema.ts'
import { type scriptedShop as ScriptedShop, scriptedShop } from '../../testing/test-shop.ts'
import { findConversation, listEvents, listOwedAnswers } from '../log/store.ts'
import { rateMessage } from '../messages/rate-message.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { cancelHandoff } from './cancel-handoff.ts'
import { declineHandoff } from './decline-handoff.ts'
import { handBack } from './hand-back.ts'
import { requestHandoff } from './request-handoff.ts'
import { resolveConversation } from './resolve-conversation.ts'
import { takeOver } from './take-over.ts'

type Shop = ReturnType<typeof ScriptedShop>

/** A conversation in which every question is answered with the given confidence. */
function conversationIn(shop: Shop) {
  const visitor = shop.visitor()
  let id: ReturnType<typeof startConversation>['conversation']['id'] | undefined
  let n = 0
  return {
    visitor,
    async ask(text: string, confidence: number) {
      const clientId = `message-${String(++n).padStart(4, '0')}`
      const received = id
        ? receiveMessage(visitor, { conversationId: id, clientId, text })
        : startConversation(visitor, { clientId, text })
      id = received.conversation.id
      ;(await shop.answerer.next()).finish({ text: `About ${text}`, confidence })
      await received.answered
      return this.state()
    },
    say(text: string) {
      const clientId = `message-${String(++n).padStart(4, '0')}`
      const received = id
        ? receiveMessage(visitor, { conversationId: id, clientId, text })
        : startConversation(visitor, { clientId, text })
      id = received.conversation.id
      return received
    },
    ids() {
      if (!id) throw new Error('nothing was asked yet')
      return { conversationId: id, clientId: `command-${String(++n).padStart(4, '0')}` }
    },
    state() {
      const row = id && findConversation(shop.db, id)
      if (!row) throw new Error('nothing was asked yet')
      return row
    },
    types: () => (id ? listEvents(shop.db, id, 'staff', 0, 200).map(({ type }) => type) : []),
  }
}

test('E1: who asks for a person is handed off at once, and no answer is made', () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  const { conversation } = talk.say('Can I talk to a real person please?')
  expect(conversation.phaseName).toBe('waiting')
  expect(listOwedAnswers(shop.db)).toEqual([])
  expect(talk.types()).toEqual([
    'conversation.started',
    'message.created',
    'answer.assessed',
    'handoff.requested',
  ])
})

test('E2, E3: unsure offers a person, unsure twice in a row hands off', async () => {
  const talk = conversationIn(scriptedShop())
  expect(await talk.ask('the lining', 0.1)).toMatchObject({ offer: { reason: 'unsure' } })
  const after = await talk.ask('the zip', 0.2)
  expect(after.phase).toMatchObject({ name: 'waiting', reason: 'unsure_again' })
})

test('E3, E6: after a decline unsure answers neither offer nor hand off, asking still does', async () => {
  const talk = conversationIn(scriptedShop())
  await talk.ask('the lining', 0.1)
  declineHandoff(talk.visitor, talk.ids())
  for (const text of ['the zip', 'the hem', 'the cuff', 'the pocket', 'the collar']) {
    expect(await talk.ask(text, 0.1)).toMatchObject({ offer: null, phaseName: 'assistant' })
  }
  expect(talk.say('I want to talk to a person').conversation.phaseName).toBe('waiting')
})

test('E4: exchanges 3 and 5 offer a person; a thumb up counts anew', async () => {
  const talk = conversationIn(scriptedShop())
  const offers: number[] = []
  for (let exchange = 1; exchange <= 6; exchange++) {
    if ((await talk.ask(`question ${exchange}`, 0.9)).offer) offers.push(exchange)
  }
  expect(offers).toEqual([3, 5])
  const answer = listEvents(talk.visitor.db, talk.state().id, 'visitor', 0, 200).findLast(
    (event) => event.author.kind === 'assistant' && event.type === 'message.created',
  )
  if (answer?.type !== 'message.created') throw new Error('no answer')
  rateMessage(talk.visitor, { ...talk.ids(), messageId: answer.message.id, rating: 'up' })
  expect(await talk.ask('one more', 0.9)).toMatchObject({ exchanges: 1, offer: null })
})

test('H2: in waiting the assistant is silent; cancel leaves nothing owed and it speaks at the next message', async () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  await talk.ask('the lining', 0.9)
  requestHandoff(talk.visitor, talk.ids())
  talk.say('Are you there?')
  expect(listOwedAnswers(shop.db)).toEqual([])
  cancelHandoff(talk.visitor, talk.ids())
  expect(listOwedAnswers(shop.db)).toEqual([])
  expect(talk.state().phaseName).toBe('assistant')
  await talk.ask('Then tell me the length', 0.9)
})

test('H3: a request in waiting or teammate changes nothing and answers with the conversation', () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  talk.say('Can I talk to a person?')
  expect(requestHandoff(talk.visitor, talk.ids()).events).toEqual([])
  takeOver(shop.teammate('Marta'), { ...talk.ids(), version: talk.state().version })
  const outcome = requestHandoff(talk.visitor, talk.ids())
  expect(outcome).toMatchObject({ events: [], conversation: { phaseName: 'teammate' } })
})

test('H1: the request says who is around, what was passed on, and that nobody is there', () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  const marta = shop.teammate('Marta')
  talk.say('Is the lining the original one?')
  requestHandoff(talk.visitor, talk.ids())
  expect(talk.state().phase).toMatchObject({
    name: 'waiting',
    reason: 'asked',
    passedOn: { question: 'Is the lining the original one?', messageCount: 1 },
    teammatesAround: [],
  })
  takeOver(marta, { ...talk.ids(), version: talk.state().version })
  handBack(marta, { ...talk.ids(), version: talk.state().version })
  expect(talk.state()).toMatchObject({ exchanges: 0, unsureInARow: 0, offerDeclined: false })
})

test('E1, E6: asking again works after hand back and after reopening, and the assistant answers in between', async () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  const marta = shop.teammate('Marta')
  const staff = () => ({ ...talk.ids(), version: talk.state().version })
  for (const end of [handBack, resolveConversation]) {
    talk.say('Can I talk to a person?')
    expect(talk.state().phaseName).toBe('waiting')
    takeOver(marta, staff())
    end(marta, staff())
    expect(await talk.ask('the sleeve length', 0.9)).toMatchObject({ phaseName: 'assistant' })
  }
  expect(talk.say('I want to talk to a person again').conversation.phaseName).toBe('waiting')
})

test('H1: who is around is told, and the question that is passed on is the one before the wish for a person', () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  const marta = shop.teammate('Marta')
  shop.db
    .update(teammates)
    .set({ aroundAt: shop.clock.nowAt - 60_000 })
    .run()
  talk.say('Is the lining the original one?')
  talk.say('Can I talk to a person?')
  expect(talk.state().phase).toMatchObject({
    passedOn: { question: 'Is the lining the original one?', messageCount: 2 },
    teammatesAround: [{ id: marta.actor.teammate.id, name: 'Marta' }],
  })
})

test('E4, H7: hand back and reopening count anew, and so does being unsure after a cancel', async () => {
  const shop = scriptedShop()
  const talk = conversationIn(shop)
  const marta = shop.teammate('Marta')
  const staff = () => ({ ...talk.ids(), version: talk.state().version })
  for (const end of [handBack, resolveConversation]) {
    await talk.ask('one', 0.9)
    expect(await talk.ask('two', 0.1)).toMatchObject({ exchanges: 2, unsureInARow: 1 })
    takeOver(marta, staff())
    end(marta, staff())
    expect(await talk.ask('three', 0.9)).toMatchObject({ exchanges: 1, unsureInARow: 0 })
    takeOver(marta, staff())
    handBack(marta, staff())
  }
  await talk.ask('four', 0.1)
  expect((await talk.ask('five', 0.1)).phaseName).toBe('waiting')
  cancelHandoff(talk.visitor, talk.ids())
  expect(await talk.ask('six', 0.1)).toMatchObject({ phaseName: 'assistant', unsureInARow: 1 })
})
