import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEvent, startConversation as foldStart } from '../../../protocol/pure/apply-event.ts'
import { AppError } from '../../core/app-error.ts'
import { scriptedShop } from '../../testing/test-shop.ts'
import { cancelHandoff } from '../handoff/cancel-handoff.ts'
import { declineHandoff } from '../handoff/decline-handoff.ts'
import { handBack } from '../handoff/hand-back.ts'
import { requestHandoff } from '../handoff/request-handoff.ts'
import { resolveConversation } from '../handoff/resolve-conversation.ts'
import { takeOver } from '../handoff/take-over.ts'
import { giveEmail } from '../messages/give-email.ts'
import { postNote } from '../messages/post-note.ts'
import { postReply } from '../messages/post-reply.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { findConversation, listEvents, listOwedAnswers } from './store.ts'
import { staffView, visitorView } from './stored-conversation.ts'

const COMMANDS = [
  'message',
  'handoff',
  'decline',
  'cancel',
  'email',
  'takeOver',
  'takeOverOther',
  'reply',
  'note',
  'handBack',
  'resolve',
  'answer',
] as const

test('L1, L2: whatever is done in whatever order, the log is dense and the projection is its fold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...COMMANDS), { maxLength: 25 }),
      async (commands) => {
        const play = newPlay()
        for (const command of commands) await play[command]()
        play.check()
      },
    ),
    { numRuns: 60 },
  )
})

test('L2: a conversation began when its first event was written, however long that took', () => {
  const shop = scriptedShop()
  let nowAt = 1_000_000
  const visitor = { ...shop.visitor(), now: () => ++nowAt }
  const { id } = startConversation(visitor, { clientId: 'first-act-1', text: 'Hi' }).conversation
  const [first] = listEvents(shop.db, id, 'staff', 0, 1)
  expect(findConversation(shop.db, id)?.startedAt).toBe(first?.createdAt)
})

function newPlay() {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const [marta, ivo] = [shop.teammate('Marta'), shop.teammate('Ivo')]
  const first = startConversation(visitor, { clientId: 'first-act-1', text: 'Is it there?' })
  const { id } = first.conversation
  let n = 0
  const command = () => ({ conversationId: id, clientId: `command-${1000 + ++n}` })
  const row = () => {
    const found = findConversation(shop.db, id)
    if (!found) throw new Error('the conversation is gone')
    return found
  }
  const current = () => ({ ...command(), version: row().version })
  const allowed = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
    }
  }

  return {
    message: () => void receiveMessage(visitor, { ...command(), text: 'And the zip?' }),
    handoff: () => void requestHandoff(visitor, command()),
    decline: () => void declineHandoff(visitor, command()),
    cancel: () => void cancelHandoff(visitor, command()),
    email: () => void giveEmail(visitor, { ...command(), email: 'hanna@shop.example' }),
    takeOver: () => allowed(() => takeOver(marta, current())),
    takeOverOther: () => allowed(() => takeOver(ivo, current())),
    reply: () => allowed(() => postReply(marta, { ...current(), text: 'I am here.' })),
    note: () => void postNote(ivo, { ...command(), text: 'For us' }),
    handBack: () => allowed(() => handBack(marta, current())),
    resolve: () => allowed(() => resolveConversation(ivo, current())),
    async answer() {
      const owed = listOwedAnswers(shop.db)[0]
      if (!owed) return
      let turn = await shop.answerer.next()
      while (turn.signal.aborted || turn.question.id !== owed.questionId) {
        turn = await shop.answerer.next()
      }
      turn.delta('Some words ')
      turn.finish({ confidence: n % 2 ? 0.9 : 0.1 })
      await visitor.live.turnOf(owed.questionId)
    },
    check() {
      const log = listEvents(shop.db, id, 'staff', 0, 1000)
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1))
      let lastEveryone = 0
      for (const event of log) {
        expect(event.prev).toBe(lastEveryone)
        if (event.audience === 'everyone') lastEveryone = event.seq
      }
      const [started, ...rest] = log
      if (started?.type !== 'conversation.started') throw new Error('the log does not begin')
      expect(rest.reduce(applyEvent, foldStart(started, visitor.actor.visitorId))).toEqual(
        staffView(row()),
      )
      const { emailGiven: _, ...seen } = listEvents(shop.db, id, 'visitor', 1, 1000).reduce(
        applyEvent,
        foldStart(started),
      )
      expect(visitorView(row())).toMatchObject(seen)
      for (const owed of listOwedAnswers(shop.db)) {
        expect(row().phaseName).toBe('assistant')
        expect(log.some((e) => 'answers' in e && e.answers === owed.questionId)).toBe(false)
      }
    },
  }
}
