import { expect, test } from 'vitest'
import type { ConversationId } from '../../../protocol/ids.ts'
import { scriptedShop } from '../../testing/test-shop.ts'
import { findConversation } from '../log/store.ts'
import { postReply } from '../messages/post-reply.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { handBack } from './hand-back.ts'
import { requestHandoff } from './request-handoff.ts'
import { resolveConversation } from './resolve-conversation.ts'
import { takeOver } from './take-over.ts'

/** A shopper at a shop with one teammate; `passed` is what the last call for a person said. */
function counter() {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const marta = shop.teammate('Marta')
  let id: ConversationId | undefined
  let n = 0
  const clientId = () => `command-${String(++n).padStart(4, '0')}`
  const ids = () => {
    if (!id) throw new Error('nothing was asked yet')
    return { conversationId: id, clientId: clientId() }
  }
  const state = () => findConversation(shop.db, ids().conversationId)
  const staff = () => ({ ...ids(), version: state()?.version ?? 0 })
  const say = (text: string) => {
    const received = id
      ? receiveMessage(visitor, { ...ids(), text })
      : startConversation(visitor, { clientId: clientId(), text })
    id = received.conversation.id
    return received
  }
  return {
    say,
    async ask(text: string, confidence: number) {
      const received = say(text)
      ;(await shop.answerer.next()).finish({ text: 'About it', confidence })
      await received.answered
    },
    call: () => requestHandoff(visitor, ids()),
    takeOver: () => takeOver(marta, staff()),
    reply: (text: string) => postReply(marta, { ...staff(), text }),
    handBack: () => handBack(marta, staff()),
    resolve: () => resolveConversation(marta, staff()),
    passed() {
      const phase = state()?.phase
      return phase?.name === 'waiting' ? phase.passedOn.question : 'nobody was called'
    },
  }
}

test('H1: a question from before the resolve is not passed on again', () => {
  const talk = counter()
  talk.say('Is the lining the original one?')
  talk.call()
  expect(talk.passed()).toBe('Is the lining the original one?')
  talk.takeOver()
  talk.resolve()
  talk.say('Can I talk to a person?')
  expect(talk.passed()).toBe('Can I talk to a person?')
})

test('H1: a question that a teammate has answered is not passed on again', () => {
  const talk = counter()
  talk.say('Is the lining the original one?')
  talk.call()
  talk.takeOver()
  talk.reply('It is.')
  talk.handBack()
  talk.call()
  expect(talk.passed()).toBeUndefined()
})

test('H1: a question without an answer goes before a later one that has its answer', async () => {
  const talk = counter()
  await talk.ask('Do you ship to Norway?', 0.9)
  talk.call()
  expect(talk.passed()).toBe('Do you ship to Norway?')
  talk.say('And is the lining the original one?')
  talk.takeOver()
  talk.handBack()
  await talk.ask('Where is the shop?', 0.9)
  talk.call()
  expect(talk.passed()).toBe('And is the lining the original one?')
})
