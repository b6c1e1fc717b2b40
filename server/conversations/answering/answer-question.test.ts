import { expect, test } from 'vitest'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { StreamFrame } from '../../../protocol/frames.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import { ingestFile } from '../../content/ingest-file.ts'
import type { VisitorContext } from '../../core/context.ts'
import { newId } from '../../core/new-id.ts'
import { scriptedShop, type TestShop } from '../../testing/test-shop.ts'
import { requestHandoff } from '../handoff/request-handoff.ts'
import { resolveConversation } from '../handoff/resolve-conversation.ts'
import { takeOver } from '../handoff/take-over.ts'
import { listEvents, listOwedAnswers } from '../log/store.ts'
import { receiveMessage } from '../messages/receive-message.ts'
import { startConversation } from '../messages/start-conversation.ts'

async function askedShop() {
  const shop = scriptedShop()
  const visitor = shop.visitor()
  const asked = startConversation(visitor, { clientId: 'first-act-1', text: 'Any damage?' })
  const heard: StreamFrame[] = []
  visitor.live.listen(asked.conversation.id, (frame) => heard.push(frame))
  return {
    shop,
    visitor,
    asked,
    id: asked.conversation.id,
    heard,
    turn: await shop.answerer.next(),
  }
}

function logOf(shop: TestShop, id: ConversationEvent['conversationId']) {
  return listEvents(shop.db, id, 'staff', 0, 100)
}

test('A9, A10: what is streamed adds up to what is stored, under the same id', async () => {
  const { shop, asked, id, heard, turn } = await askedShop()
  turn.delta('One small ')
  turn.delta('mend. 😀')
  turn.delta(' [1]')
  turn.finish()
  await asked.answered
  const deltas = heard.flatMap((frame) => (frame.type === 'delta' ? [frame] : []))
  expect(deltas.map(({ offset }) => offset)).toEqual([0, 10, 18])
  const stored = logOf(shop, id).find((event) => event.author.kind === 'assistant')
  expect(stored).toMatchObject({
    message: { id: deltas[0]?.messageId, text: deltas.map(({ text }) => text).join('') },
  })
  expect(heard.at(-1)).toMatchObject({ type: 'event', event: stored })
})

for (const [name, end] of [
  ['takeover', (s: TestShop, id: never) => takeOver(s.teammate('Marta'), command(id))],
  ['resolve', (s: TestShop, id: never) => resolveConversation(s.teammate('Marta'), command(id))],
] as const) {
  test(`A4, A5: ${name} stores what was streamed as cut, and the late answer is not committed`, async () => {
    const { shop, asked, id, heard, turn } = await askedShop()
    turn.delta('There is one small me')
    end(shop, id as never)
    expect(turn.signal.aborted).toBe(true)
    turn.delta('nd.')
    turn.finish({ text: 'There is one small mend.' })
    await asked.answered
    const said = logOf(shop, id).filter((event) => event.author.kind === 'assistant')
    expect(said).toHaveLength(1)
    expect(said[0]).toMatchObject({ message: { text: 'There is one small me', cut: true } })
    expect(heard.filter((frame) => frame.type === 'delta')).toHaveLength(1)
    expect(listOwedAnswers(shop.db)).toEqual([])
    expect(visitorSees(shop, id)).not.toContain('nd.')
  })
}

test('A5: a request for a person before the first word leaves nothing of the answer', async () => {
  const { shop, visitor, asked, id, turn } = await askedShop()
  requestHandoff(visitor, { conversationId: id, clientId: 'handoff-001' })
  expect(turn.signal.aborted).toBe(true)
  await asked.answered
  expect(logOf(shop, id).map(({ type }) => type)).toEqual([
    'conversation.started',
    'message.created',
    'handoff.requested',
  ])
})

test('A5: a request for a person in mid-answer, by button or in words, keeps what was seen', async () => {
  for (const ask of [
    (v: VisitorContext, conversationId: ConversationId) =>
      requestHandoff(v, { conversationId, clientId: 'handoff-001' }),
    (v: VisitorContext, conversationId: ConversationId) =>
      receiveMessage(v, { conversationId, clientId: 'handoff-002', text: 'I want a real person' }),
  ]) {
    const { shop, visitor, asked, id, turn } = await askedShop()
    turn.delta('There is one small me')
    ask(visitor, id)
    await asked.answered
    const said = logOf(shop, id).filter((event) => event.author.kind === 'assistant')
    expect(said).toMatchObject([{ message: { text: 'There is one small me', cut: true } }])
  }
})

test('M4: the items of an answer are the rows as they stand at its commit', async () => {
  const { shop, asked, id, turn } = await askedShop()
  const stock = (status: string) =>
    ingestFile(
      { db: shop.db, now: Date.now, newId },
      {
        name: 'stock.csv',
        bytes: new TextEncoder().encode(`code,title,status\nK-1,Coat,${status}\n`),
      },
    )
  stock('available')
  const items = [{ code: 'K-1', title: 'Coat', status: 'available' as const }]
  stock('sold')
  turn.finish({ text: 'Here it is.', items })
  await asked.answered
  const stored = logOf(shop, id).find((event) => event.author.kind === 'assistant')
  expect(stored).toMatchObject({ message: { items: [{ code: 'K-1', status: 'sold' }] } })
})

test('A6: what the model streamed is taken back, and the answer comes under a new id', async () => {
  const { shop, asked, id, heard, turn } = await askedShop()
  turn.delta('Half a though')
  turn.dropped()
  turn.delta('One small mend.')
  turn.finish({ fallbackReason: 'stream_cut' })
  await asked.answered
  const [first, dropped, second] = heard
  expect(dropped).toMatchObject({ type: 'dropped' })
  expect(first).toMatchObject({ messageId: dropped && 'messageId' in dropped && dropped.messageId })
  expect(second).toMatchObject({ type: 'delta', offset: 0, text: 'One small mend.' })
  const stored = logOf(shop, id).filter((event) => event.author.kind === 'assistant')
  expect(stored).toHaveLength(1)
  expect(stored[0]).toMatchObject({ message: { text: 'One small mend.' } })
})

test('A2, E5: an assistant that cannot answer says so once, and a person is offered', async () => {
  const { shop, asked, id, turn } = await askedShop()
  turn.delta('Half a thou')
  turn.fail()
  await asked.answered
  expect(logOf(shop, id).map(({ type }) => type)).toEqual([
    'conversation.started',
    'message.created',
    'answer.failed',
    'answer.assessed',
    'handoff.offered',
  ])
  expect(listOwedAnswers(shop.db)).toEqual([])
})

test('E7: what escalation saw and decided stands beside the answer, for staff alone', async () => {
  const { shop, asked, id, turn } = await askedShop()
  turn.finish({ text: 'I do not have that.', confidence: 0.1 })
  await asked.answered
  const [message, assessed, offered] = logOf(shop, id).slice(2)
  expect(assessed).toMatchObject({
    type: 'answer.assessed',
    audience: 'staff',
    cause: 2,
    messageId: message?.type === 'message.created' && message.message.id,
    assessment: {
      confidence: 0.1,
      facts: { unsureInARow: 1, exchanges: 1 },
      decision: { action: 'offer', reason: 'unsure' },
    },
  })
  expect(offered).toMatchObject({ type: 'handoff.offered', reason: 'unsure', prev: message?.seq })
})

function command(conversationId: ConversationEvent['conversationId']) {
  return { conversationId, clientId: 'staff-cmd-1', version: 0 }
}

function visitorSees(shop: TestShop, id: ConversationEvent['conversationId']): string {
  return JSON.stringify(listEvents(shop.db, id, 'visitor', 0, 100).at(-1))
}
