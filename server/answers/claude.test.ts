import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ANSWER_SHOP_ORIGIN, shopWithAnswers } from '../testing/answer-content.ts'
import { messageEvents } from '../testing/anthropic-events.ts'
import {
  type AnthropicFixture,
  type FixtureBody,
  startAnthropicFixture,
} from '../testing/anthropic-fixture.ts'
import { notesOf, quotation, quotingModel } from '../testing/quoting-model.ts'
import { answererContract, askFor, expectWhole } from './answerer.contract.ts'
import type { Answerer } from './answerer.ts'
import { chooseAnswerer } from './choose-answerer.ts'

let fixture: AnthropicFixture
beforeAll(async () => {
  fixture = await startAnthropicFixture()
})
afterAll(() => fixture.close())
beforeEach(() => fixture.replyWith((body) => ({ events: quotingModel(body) })))

const GERMANY = 'How much is post to Germany?'

function claude(model?: string): Answerer {
  return chooseAnswerer({ apiKey: 'sk-test-canary', baseUrl: fixture.url, model })
}

const lastRequest = () => fixture.requests.at(-1)
const lastBody = () => lastRequest()?.body

answererContract('Claude', () => claude())

/** Answers the question about Germany with what `says` makes of the request. */
async function answered(says: (body: FixtureBody) => Parameters<typeof messageEvents>[0]) {
  fixture.replyWith((body) => ({ events: messageEvents(says(body)) }))
  const db = shopWithAnswers()
  const heard = await askFor(db, claude(), { text: GERMANY })
  expectWhole(db, heard)
  return heard
}

describe('the request', () => {
  test('carries notes with citations on, the question last, and nothing that the API refuses', async () => {
    await askFor(shopWithAnswers(), claude(), { text: GERMANY })
    const body = lastBody()
    expect(lastRequest()?.headers.authorization).toBe('Bearer sk-test-canary')
    expect(body).toMatchObject({
      model: 'claude-haiku-5-5',
      stream: true,
      thinking: { type: 'disabled' },
      output_config: { effort: 'low' },
      tools: [{ name: 'get_a_person', strict: true }],
    })
    expect(body?.max_tokens).toBeGreaterThanOrEqual(1500)
    const content = body?.messages.at(-1)?.content ?? []
    expect(content.at(-1)).toEqual({ type: 'text', text: GERMANY })
    const notes = content.slice(0, -1)
    expect(notes.length).toBeGreaterThan(0)
    for (const note of notes) {
      expect(note).toMatchObject({ type: 'search_result', citations: { enabled: true } })
      expect(note.source).toMatch(/^psg_/)
    }
  })

  test('caches the instructions, in which nothing of the shop or the shopper stands', async () => {
    await askFor(shopWithAnswers(), claude(), { text: GERMANY, language: 'de' })
    const [instructions, rest] = lastBody()?.system ?? []
    expect(instructions?.cache_control).toEqual({ type: 'ephemeral' })
    expect(instructions?.text).not.toMatch(/Marlow|German|Germany/)
    expect(rest?.cache_control).toBeUndefined()
    expect(rest?.text).toContain('German')
  })

  test.each([
    ['claude-haiku-5-5', { type: 'disabled' }, { effort: 'low' }],
    ['claude-sonnet-5-5', { type: 'between_tools' }, { effort: 'low' }],
    ['claude-opus-5-5', undefined, { effort: 'low' }],
    ['claude-haiku-4-5', undefined, undefined],
  ])('asks %s only for what it takes', async (model, thinking, effort) => {
    await askFor(shopWithAnswers(), claude(model), { text: GERMANY })
    expect(lastBody()?.model).toBe(model)
    expect(lastBody()?.thinking).toEqual(thinking)
    expect(lastBody()?.output_config).toEqual(effort)
  })

  test('gives the row of the page’s piece as the first note', async () => {
    await askFor(shopWithAnswers(), claude(), { text: 'Any damage?', itemCode: 'MRL-0412' })
    const [first] = lastBody() ? notesOf(lastBody() as FixtureBody) : []
    expect(first?.sentences.join('\n')).toContain('MRL-0412')
  })

  test('tells who said what before, in a window, without the marks of old sources', async () => {
    const history = [
      { by: 'assistant' as const, text: 'Far too long ago' },
      ...Array.from({ length: 6 }, (_, n) => ({ by: 'visitor' as const, text: `Earlier ${n}` })),
      { by: 'assistant' as const, text: 'It costs £14 [1].' },
      { by: 'teammate' as const, text: 'Marta here. '.repeat(400) },
    ]
    await askFor(shopWithAnswers(), claude(), { text: GERMANY, history })
    const messages = lastBody()?.messages ?? []
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
    const texts = messages.flatMap(({ content }) => content.map(({ text }) => text ?? ''))
    expect(texts).not.toContain('Far too long ago')
    expect(texts).toContain('It costs £14.')
    expect(texts.find((text) => text.includes('Marta'))).toMatch(/^\(A person of the shop wrote:\)/)
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(1600)
  })

  test('V65: stays small whatever the shopper writes', async () => {
    const long = 'Germany '.repeat(500)
    const history = Array.from({ length: 12 }, () => ({ by: 'visitor' as const, text: long }))
    await askFor(shopWithAnswers(), claude(), { text: `${GERMANY} ${long}`, history })
    expect(lastRequest()?.raw.length).toBeLessThan(40_000)
  })
})

describe('citations', () => {
  test.each([false, true])(
    'are marked whether they follow their text or lead it (last: %s)',
    async (citeLast) => {
      fixture.replyWith((body) => ({ events: quotingModel(body, { citeLast }) }))
      const db = shopWithAnswers()
      const heard = await askFor(db, claude(), { text: GERMANY })
      expectWhole(db, heard)
      expect(heard.answer.text).toMatch(/£14\. \[1\]$/)
      expect(heard.answer.citations).toMatchObject([
        { n: 1, title: 'Postage to the European Union' },
      ])
    },
  )

  test('are numbered as they appear, the same source once', async () => {
    const { answer } = await answered((body) => [
      quotation(body, 'costs £14', 'Post to Germany is £14'),
      { text: '. ' },
      quotation(body, 'five to eight', 'It takes five to eight working days'),
      { text: '. ' },
      quotation(body, 'costs £14', 'Tracked'),
    ])
    expect(answer.text).toBe(
      'Post to Germany is £14 [1]. It takes five to eight working days [2]. Tracked [1]',
    )
    expect(answer.citations.map(({ n }) => n)).toEqual([1, 2])
  })

  test('of what was never sent are none', async () => {
    const { answer } = await answered((body) => [
      { text: 'Post is tracked.', cites: [{ source: 'psg_forged', from: 0, to: 1, text: 'x' }] },
      {
        text: ' Yes.',
        cites: [{ source: notesOf(body)[0]?.source ?? '', from: 70, to: 71, text: 'x' }],
      },
    ])
    expect(answer.text).toBe('Post is tracked. Yes.')
    expect(answer.citations).toEqual([])
  })

  test('that are missing altogether make it an unsure answer', async () => {
    const { answer } = await answered(() => [{ text: 'The notes do not say that.' }])
    expect(answer.answeredBy).toBe('claude')
    expect(answer.confidence).toBeLessThan(0.35)
  })

  test('of a sold piece bring its card, as the row stands', async () => {
    const { answer } = await answered((body) => [quotation(body, 'costs £14', 'It is £14.')])
    expect(answer.items).toEqual([])
  })
})

describe('what a model may not do', () => {
  test('thinking and marks of its own are not part of the answer', async () => {
    const { answer } = await answered((body) => [
      { thinking: 'hm' },
      quotation(body, 'costs £14', 'It costs £14 [7].'),
    ])
    expect(answer.text).toBe('It costs £14. [1]')
  })

  test('V64: the tool only proposes', async () => {
    const { answer } = await answered((body) => [
      quotation(body, 'costs £14', 'You would like somebody of the shop.'),
      { tool: 'get_a_person' },
    ])
    expect(answer).toMatchObject({ answeredBy: 'claude', wantsPerson: true })
    const other = await answered(() => [{ text: 'Done.' }, { tool: 'delete_everything' }])
    expect(other.answer.wantsPerson).toBeUndefined()
  })

  test('V64: a bare call of the tool leaves the extractive words, and proposes', async () => {
    const { answer } = await answered(() => [{ tool: 'get_a_person' }])
    expect(answer).toMatchObject({ answeredBy: 'extractive', wantsPerson: true })
    expect(answer.text).not.toBe('')
  })

  test.each([
    ['an amount', 'For you I make it £5.'],
    ['a percentage', 'You get 20% off.'],
    ['a percentage in words', 'You get twenty percent off.'],
    ['a date', 'It will be there on 3 December.'],
    ['a weekday', 'It arrives by Friday.'],
    ['a period', 'You have 60 days to return it.'],
    ['a code', 'Use SAVE10.'],
    ['an amount of a note that it does not cite', 'Post is £4.50.'],
  ])('V61: %s that stands in no cited note replaces the answer', async (_, promise) => {
    const { answer } = await answered((body) => [
      quotation(body, 'costs £14', 'Post to Germany is tracked. '),
      { text: promise },
    ])
    expect(answer).toMatchObject({ answeredBy: 'extractive', fallbackReason: 'ungrounded_claim' })
    expect(answer.text).not.toContain(promise)
  })

  test('V61: an amount of the page’s own row needs no citation', async () => {
    fixture.replyWith(() => ({ events: messageEvents([{ text: 'It is £85.' }]) }))
    const question = { text: 'What is the price?', itemCode: 'MRL-0412' }
    const { answer } = await askFor(shopWithAnswers(), claude(), question)
    expect(answer).toMatchObject({ text: 'It is £85.', answeredBy: 'claude' })
  })

  test('V60: only links to the shop stay links', async () => {
    const { answer } = await answered((body) => [
      quotation(body, 'costs £14', 'See [post](https://evil.example/?q=a) or '),
      { text: `[post](${ANSWER_SHOP_ORIGIN}/post). ![x](https://evil.example/i.png)` },
    ])
    expect(answer.text).toContain(`[post](${ANSWER_SHOP_ORIGIN}/post)`)
    expect(answer.text).not.toContain('https://evil')
  })

  test('V62: what the content does not cover never reaches the model', async () => {
    const before = fixture.requests.length
    for (const text of [
      'Write me a poem about the sea',
      'Who won the football?',
      'Fix my Python',
    ]) {
      const { answer } = await askFor(shopWithAnswers(), claude(), { text })
      expect(answer).toMatchObject({ answeredBy: 'extractive', fallbackReason: 'below_threshold' })
    }
    expect(fixture.requests.length).toBe(before)
  })

  test('a greeting needs no model, and no person', async () => {
    const before = fixture.requests.length
    const { answer } = await askFor(shopWithAnswers(), claude(), { text: 'Hello' })
    expect(answer.fallbackReason).toBeUndefined()
    expect(answer.confidence).toBe(1)
    expect(fixture.requests.length).toBe(before)
  })

  test('a short question is read with the one before it', async () => {
    const history = [
      { by: 'visitor' as const, text: 'How much is post to Spain?' },
      { by: 'assistant' as const, text: 'I do not have that.' },
    ]
    await askFor(shopWithAnswers(), claude(), { text: 'and to Germany?', history })
    expect(lastBody()?.messages.at(-1)?.content.at(-1)?.text).toBe('and to Germany?')
  })
})
