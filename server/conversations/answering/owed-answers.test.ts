import { expect, test } from 'vitest'
import { scriptedShop } from '../../testing/test-shop.ts'
import { requestHandoff } from '../handoff/request-handoff.ts'
import { resolveConversation } from '../handoff/resolve-conversation.ts'
import { takeOver } from '../handoff/take-over.ts'
import { listOwedAnswers } from '../log/store.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { owedConversation } from './owed-conversation.ts'

/** A question on its way to an answer, and the answer's turn. */
async function askedShop() {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const asked = startConversation(visitor, { clientId: 'first-act-1', text: 'Any damage?' })
  const conversationId = asked.conversation.id
  const owed = () => listOwedAnswers(shop.db).map(({ questionId }) => questionId)
  const [questionId] = owed()
  if (!questionId) throw new Error('nothing is owed')
  const command = (version = 0) => ({ conversationId, clientId: `command-${version}`, version })
  return {
    shop,
    visitor,
    asked,
    conversationId,
    questionId,
    owed,
    command,
    marta: shop.teammate('Marta'),
    turn: await shop.answerer.next(),
  }
}
type Asked = Awaited<ReturnType<typeof askedShop>>

test.each<[string, (talk: Asked) => void]>([
  ['its answer', ({ turn }) => turn.finish({ text: 'None.' })],
  ['its failure', ({ turn }) => turn.fail()],
  ['a takeover', ({ marta, command }) => void takeOver(marta, command())],
  ['resolve', ({ marta, command }) => void resolveConversation(marta, command())],
  ['the wish for a person', ({ visitor, command }) => void requestHandoff(visitor, command())],
])('A1: a question is owed an answer until %s', async (_, end) => {
  const talk = await askedShop()
  const said = talk.asked.events.find((event) => event.type === 'message.created')
  expect(talk.questionId).toBe(said?.message.id)
  end(talk)
  await talk.asked.answered
  expect(talk.owed()).toEqual([])
})

test('A1: what a teammate is asked is owed by nobody', async () => {
  const { visitor, marta, command, conversationId, owed } = await askedShop()
  takeOver(marta, command())
  receiveMessage(visitor, { conversationId, clientId: 'message-0002', text: 'And the zip?' })
  expect(owed()).toEqual([])
})

test('A4: a question is owed to the version that it was asked on, and to no older one', async () => {
  const { shop, visitor, marta, command, conversationId, owed } = await askedShop()
  takeOver(marta, command())
  resolveConversation(marta, command(1))
  receiveMessage(visitor, { conversationId, clientId: 'message-0002', text: 'Still there?' })
  const [questionId] = owed()
  if (!questionId) throw new Error('nothing is owed')
  const owedTo = (version: number) =>
    owedConversation(shop.db, { conversationId, questionId, version })
  expect(owedTo(2)).toBeUndefined()
  expect(owedTo(3)).toMatchObject({ conversation: { id: conversationId, version: 3 } })
})
