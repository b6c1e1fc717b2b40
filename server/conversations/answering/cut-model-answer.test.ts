import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { chooseAnswerer } from '../../answers/choose-answerer.ts'
import { fillAnswerShop } from '../../testing/answer-content.ts'
import { type FixtureBlock, messageEvents } from '../../testing/anthropic-events.ts'
import {
  type AnthropicFixture,
  type FixtureBody,
  startAnthropicFixture,
} from '../../testing/anthropic-fixture.ts'
import { quotation } from '../../testing/quoting-model.ts'
import { testShop } from '../../testing/test-shop.ts'
import { requestHandoff } from '../handoff/request-handoff.ts'
import { listEvents } from '../log/store.ts'
import { startConversation } from '../messages/start-conversation.ts'

let fixture: AnthropicFixture
beforeAll(async () => {
  fixture = await startAnthropicFixture()
})
afterAll(() => fixture.close())

/** Asks about Germany, and for a person once the model has said `blocks` and goes on to say nothing. */
async function cutAfter(blocks: (body: FixtureBody) => FixtureBlock[]) {
  fixture.replyWith((body) => ({
    events: messageEvents(blocks(body)).slice(0, -2),
    ending: 'stall',
  }))
  const answerer = chooseAnswerer({ apiKey: 'sk-test', baseUrl: fixture.url, model: undefined })
  const shop = testShop({ answerer })
  fillAnswerShop(shop.db)
  const visitor = shop.visitor()
  const before = fixture.requests.length
  const text = 'How much is post to Germany?'
  const asked = startConversation(visitor, { clientId: 'first-act-1', text })
  const { id } = asked.conversation
  let shown = ''
  visitor.live.listen(id, (frame) => {
    if (frame.type === 'delta') shown += frame.text
  })
  await vi.waitFor(() => expect(fixture.requests.length).toBe(before + 1), { timeout: 15_000 })
  await allRead()
  requestHandoff(visitor, { conversationId: id, clientId: 'handoff-001' })
  await asked.answered
  const said = listEvents(shop.db, id, 'staff', 0, 100).flatMap((event) =>
    event.type === 'message.created' && event.author.kind === 'assistant' ? [event.message] : [],
  )
  return { shown, said }
}

/** What a fixture in this process has written is read within a few turns of the loop; nothing tells when. */
async function allRead(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test.each([
  'Because you asked so nicely, you can have the jacket for forty pounds and a full refund within ninety',
  'UK tracked post costs £4.50, to Germany too, since you ask so nicely. And',
  'You have 14 days to send it back, and as many more as you like. And',
])(
  'V61, A5: what a cut answer claimed without its source is neither shown nor stored: %s',
  async (text) => {
    expect(await cutAfter(() => [{ text }])).toEqual({ shown: '', said: [] })
    const cited = await cutAfter((body) => [
      quotation(body, 'costs £14', 'Tracked post to Germany is £14. '),
      { text },
    ])
    expect(cited.shown).toBe('Tracked post to Germany is £14. [1]')
    expect(cited.said).toMatchObject([{ text: cited.shown, cut: true }])
  },
)

test('A5: of a cut answer its whole sentences are stored, to the letter as they were shown', async () => {
  const { shown, said } = await cutAfter((body) => [
    { text: 'Post is tracked. ' },
    quotation(body, 'costs £14', 'Tracked post to Germany is £14.'),
    { text: ' It takes' },
  ])
  expect(shown).toBe('Post is tracked. Tracked post to Germany is £14. [1]')
  expect(said).toMatchObject([{ text: shown, cut: true }])
})

test('A5: the marks of a cut answer have their sources', async () => {
  const { said } = await cutAfter((body) => [
    quotation(body, 'costs £14', 'Tracked post to Germany is £14. '),
    { text: 'It takes' },
  ])
  expect(said).toMatchObject([
    { text: 'Tracked post to Germany is £14. [1]', citations: [{ n: 1 }] },
  ])
  expect(said[0]).toMatchObject({ citations: [{ quote: expect.stringContaining('£14') }] })
})
