import { expect, test } from 'vitest'
import { AppError } from '../../core/app-error.ts'
import { scriptedShop } from '../../testing/test-shop.ts'
import { findConversation, listEvents } from '../log/store.ts'
import { postNote } from '../messages/post-note.ts'
import { postReply } from '../messages/post-reply.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { handBack } from './hand-back.ts'
import { resolveConversation } from './resolve-conversation.ts'
import { takeOver } from './take-over.ts'

function waitingConversation() {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const { conversation } = startConversation(visitor, { clientId: 'first-act-1', handoff: true })
  let n = 0
  return {
    shop,
    visitor,
    id: conversation.id,
    marta: shop.teammate('Marta'),
    ivo: shop.teammate('Ivo'),
    row: () => {
      const row = findConversation(shop.db, conversation.id)
      if (!row) throw new Error('the conversation is gone')
      return row
    },
    command: () => ({ conversationId: conversation.id, clientId: `command-${1000 + ++n}` }),
    current() {
      return { ...this.command(), version: this.row().version }
    },
  }
}

test('H4, I5: of two teammates who click at once one has it, and the other is told who', () => {
  const talk = waitingConversation()
  const seen = talk.row().version
  takeOver(talk.marta, { ...talk.command(), version: seen })
  const late = refusal(() => takeOver(talk.ivo, { ...talk.command(), version: seen }))
  expect(late).toMatchObject({ code: 'conversation_held', details: { holderName: 'Marta' } })
  expect(talk.row().holderId).toBe(talk.marta.actor.teammate.id)
})

test('H4: with the current version a colleague’s conversation is taken on purpose', () => {
  const talk = waitingConversation()
  takeOver(talk.marta, talk.current())
  takeOver(talk.ivo, talk.current())
  expect(talk.row()).toMatchObject({ holderId: talk.ivo.actor.teammate.id, version: 3 })
})

test('L3: a repeated takeover succeeds though the version has moved on', () => {
  const talk = waitingConversation()
  const command = talk.current()
  const first = takeOver(talk.marta, command)
  expect(takeOver(talk.marta, command).events).toEqual(first.events)
})

test('H5: only the holder replies; the holder or an admin hands back', () => {
  const talk = waitingConversation()
  const reply = { ...talk.current(), text: 'Hello' }
  expect(refusal(() => postReply(talk.ivo, reply)).code).toBe('not_holder')
  takeOver(talk.marta, talk.current())
  expect(refusal(() => postReply(talk.ivo, { ...talk.current(), text: 'Hello' })).code).toBe(
    'not_holder',
  )
  expect(refusal(() => postReply(talk.marta, reply)).code).toBe('version_stale')
  postReply(talk.marta, { ...talk.current(), text: 'Hello' })
  expect(refusal(() => handBack(talk.ivo, talk.current())).code).toBe('not_holder')
  handBack(talk.shop.teammate('Olga', 'admin'), talk.current())
  expect(talk.row().phaseName).toBe('assistant')
})

test('H6, I4: a note is taken at any version and never reaches the visitor', () => {
  const talk = waitingConversation()
  takeOver(talk.marta, talk.current())
  postNote(talk.ivo, { ...talk.command(), text: 'She is a regular' })
  resolveConversation(talk.marta, talk.current())
  postNote(talk.ivo, { ...talk.command(), text: 'Sent the label' })
  const seen = JSON.stringify(listEvents(talk.shop.db, talk.id, 'visitor', 0, 100))
  expect(seen).not.toContain('regular')
  expect(seen).not.toContain('label')
})

test('H7: a message in resolved reopens the same conversation with the counters at 0', async () => {
  const talk = waitingConversation()
  takeOver(talk.marta, talk.current())
  resolveConversation(talk.marta, talk.current())
  const { conversation, events } = receiveMessage(talk.visitor, {
    ...talk.command(),
    text: 'One more thing',
  })
  expect(conversation).toMatchObject({
    id: talk.id,
    phaseName: 'assistant',
    exchanges: 0,
    unsureInARow: 0,
  })
  expect(events.map(({ type }) => type)).toEqual(['conversation.reopened', 'message.created'])
  expect(events[0]?.cause).toBe(events[1]?.seq)
})

test('a teammate’s message while the visitor writes keeps its holder: a visitor’s command never names a version', () => {
  const talk = waitingConversation()
  takeOver(talk.marta, talk.current())
  receiveMessage(talk.visitor, { ...talk.command(), text: 'Are you there?' })
  postReply(talk.marta, { ...talk.current(), text: 'I am.' })
  expect(talk.row()).toMatchObject({ phaseName: 'teammate', visitorMessages: 1 })
})

function refusal(run: () => unknown): AppError {
  try {
    run()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
