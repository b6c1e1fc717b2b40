import { describe, expect, test } from 'vitest'
import type { PublicFace } from '../../../protocol/authors.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import type { VisitorContext } from '../../core/context.ts'
import { teammates } from '../../db/schema.ts'
import { memoryRoomsPublisher } from '../../testing/memory-rooms-publisher.ts'
import type { ScriptedAnswerer } from '../../testing/scripted-answerer.ts'
import { scriptedShop } from '../../testing/test-shop.ts'
import { findConversation } from '../log/store.ts'
import { visitorView } from '../log/stored-conversation.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'
import { requestHandoff } from './request-handoff.ts'

type Way = (visitor: VisitorContext, answerer: ScriptedAnswerer) => Promise<ConversationId>

async function ask(visitor: VisitorContext, answerer: ScriptedAnswerer, id?: ConversationId) {
  const clientId = crypto.randomUUID()
  const text = 'Is the lining the original one?'
  const received = id
    ? receiveMessage(visitor, { conversationId: id, clientId, text })
    : startConversation(visitor, { clientId, text })
  ;(await answerer.next()).finish({ text: 'I do not have that.', confidence: 0.1 })
  await received.answered
  return received.conversation.id
}

const WAYS: [string, Way][] = [
  [
    'as the first act',
    async (visitor) =>
      startConversation(visitor, { clientId: 'first-act-1', handoff: true }).conversation.id,
  ],
  [
    'in the first words',
    async (visitor) =>
      startConversation(visitor, { clientId: 'first-act-1', text: 'Can I talk to a person?' })
        .conversation.id,
  ],
  [
    'by the button',
    async (visitor, answerer) => {
      const conversationId = await ask(visitor, answerer)
      requestHandoff(visitor, { conversationId, clientId: 'handoff-001' })
      return conversationId
    },
  ],
  [
    'by an assistant that is unsure twice',
    async (visitor, answerer) => ask(visitor, answerer, await ask(visitor, answerer)),
  ],
]

describe.each(WAYS)('a person is called %s', (_, call) => {
  test.each([
    ['names to the shopper whoever is around', 60_000, ['Marta']],
    ['tells the shopper that nobody is there', 91_000, []],
  ])('I6: alerts the inbox, and %s', async (_, awayMs, names) => {
    const shop = scriptedShop()
    const { publisher, rooms } = memoryRoomsPublisher(shop.db, () => shop.clock.nowAt)
    const { teammate } = shop.teammate('Marta').actor
    shop.db
      .update(teammates)
      .set({ aroundAt: shop.clock.nowAt - awayMs })
      .run()
    const inbox = rooms.connect(staffOfInbox(teammate))
    const id = await call({ ...shop.visitor(), publish: publisher }, shop.answerer)
    await publisher.stop()

    const row = findConversation(shop.db, id)
    const phase = row && visitorView(row).phase
    if (phase?.name !== 'waiting') throw new Error('nobody was called')
    expect(phase.teammatesAround.map(({ name }) => name)).toEqual(names)
    const summaries = inbox.frames.filter(({ type }) => type === 'summary')
    expect(summaries.at(-1)).toMatchObject({ conversationId: id, summary: { phase } })
  })
})

function staffOfInbox(teammate: PublicFace) {
  const claims = { role: 'staff', party: 'inbox', room: 'demo', subject: 'session' } as const
  return { ...claims, teammate, exp: 0 }
}
