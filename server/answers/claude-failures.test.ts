import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Log } from '../core/log.ts'
import { newId } from '../core/new-id.ts'
import { writeSettings } from '../shops/write-settings.ts'
import { shopWithAnswers } from '../testing/answer-content.ts'
import { messageEvents } from '../testing/anthropic-events.ts'
import {
  type AnthropicFixture,
  type FixtureBody,
  type FixtureReply,
  startAnthropicFixture,
} from '../testing/anthropic-fixture.ts'
import { quotation, quotingModel } from '../testing/quoting-model.ts'
import { askFor, expectWhole } from './answerer.contract.ts'
import { chooseAnswerer } from './choose-answerer.ts'
import { findTokensOf } from './claude/store.ts'
import type { WatchdogTimes } from './claude/watchdog.ts'
import { createClaudeAnswerer } from './claude.ts'

const KEY = 'sk-canary-key-that-nobody-may-log'
const GERMANY = 'How much is post to Germany?'
/** Longer than any test waits for what does come. */
const PATIENT: WatchdogTimes = { firstWordMs: 15_000, idleMs: 15_000, totalMs: 15_000 }

let fixture: AnthropicFixture
beforeAll(async () => {
  fixture = await startAnthropicFixture()
})
afterAll(() => fixture.close())

function claude(times: Partial<WatchdogTimes> = {}) {
  return createClaudeAnswerer({
    apiKey: KEY,
    baseUrl: fixture.url,
    fallback: chooseAnswerer(undefined),
    times: { ...PATIENT, ...times },
  })
}

/** Asks about Germany, with the fixture saying `reply`. */
async function fallenBack(
  reply: (body: FixtureBody, n: number) => FixtureReply,
  times?: Partial<WatchdogTimes>,
) {
  fixture.replyWith(reply)
  const db = shopWithAnswers()
  const heard = await askFor(db, claude(times), { text: GERMANY })
  expectWhole(db, heard)
  expect(heard.answer.answeredBy).toBe('extractive')
  return { ...heard, reason: heard.answer.fallbackReason, last: fixture.requests.at(-1) }
}

/** The events of a good answer, as far as some of its words. */
function halfAnAnswer(body: FixtureBody) {
  const events = messageEvents([
    { text: 'Post to Germany goes tracked and takes a while. ' },
    quotation(body, 'costs £14'),
  ])
  return events.slice(0, 8)
}

describe('a model that is dead, slow or cut leaves the extractive answer', () => {
  test('no headers', async () => {
    const { reason, last, dropped } = await fallenBack(() => 'silence', { firstWordMs: 60 })
    expect(reason).toBe('first_word_timeout')
    expect(dropped).toBe(0)
    await last?.closed
  })

  test('headers and pings, but no word', async () => {
    const events = [...messageEvents([{ text: 'x' }]).slice(0, 1), { type: 'ping' as const }]
    const { reason, last } = await fallenBack(() => ({ events, ending: 'stall' }), {
      firstWordMs: 60,
    })
    expect(reason).toBe('first_word_timeout')
    await last?.closed
  })

  test('silence in mid-answer: what was streamed is taken back', async () => {
    const reply = (body: FixtureBody): FixtureReply => ({
      events: halfAnAnswer(body),
      ending: 'stall',
    })
    const { reason, dropped, deltas, last } = await fallenBack(reply, { idleMs: 60 })
    expect(reason).toBe('idle_timeout')
    expect(deltas[0]).toBe('Post to Germany goes tracked and takes a while.')
    expect(dropped).toBe(1)
    await last?.closed
  })

  test('an answer that never ends', async () => {
    const reply = (body: FixtureBody): FixtureReply => ({
      events: halfAnAnswer(body),
      ending: 'stall',
    })
    expect((await fallenBack(reply, { totalMs: 150 })).reason).toBe('too_slow')
  })

  test('V65: an answer that goes on and on is cut off, and the call with it', async () => {
    const events = messageEvents([{ text: 'Post is tracked. '.repeat(300) }]).slice(0, -3)
    const { reason, dropped, last } = await fallenBack(() => ({ events, ending: 'stall' }))
    expect(reason).toBe('answer_too_long')
    expect(dropped).toBe(1)
    await last?.closed
  })

  test('a socket that is cut', async () => {
    const { reason, dropped } = await fallenBack((body) => ({
      events: halfAnAnswer(body),
      ending: 'cut',
    }))
    expect(reason).toBe('stream_cut')
    expect(dropped).toBe(1)
  })

  test('an end without message_stop', async () => {
    const { reason } = await fallenBack((body) => ({
      events: messageEvents([quotation(body, 'costs £14')]).slice(0, -1),
    }))
    expect(reason).toBe('stream_cut')
  })

  test('an error event within the stream', async () => {
    const error = { type: 'error' as const, error: { type: 'overloaded_error', message: 'busy' } }
    const { reason } = await fallenBack((body) => ({ events: [...halfAnAnswer(body), error] }))
    expect(reason).toBe('overloaded')
  })

  test('nobody at the address', async () => {
    const closed = await startAnthropicFixture()
    await closed.close()
    const answerer = createClaudeAnswerer({
      apiKey: KEY,
      baseUrl: closed.url,
      fallback: chooseAnswerer(undefined),
    })
    const { answer } = await askFor(shopWithAnswers(), answerer, { text: GERMANY })
    expect(answer.fallbackReason).toBe('not_reached')
  })

  test.each([
    ['refusal', 'refusal'],
    ['max_tokens', 'answer_too_long'],
    ['model_context_window_exceeded', 'answer_too_long'],
  ] as const)('stop reason %s', async (stop, reason) => {
    const reply = (body: FixtureBody): FixtureReply => ({
      events: messageEvents([quotation(body, 'costs £14')], { stop }),
    })
    expect((await fallenBack(reply)).reason).toBe(reason)
  })

  test.each([
    ['no block', []],
    ['a blank block', [{ text: ' \n' }]],
    ['thought alone', [{ thinking: 'hm' }]],
  ])('an empty answer: %s', async (_, blocks) => {
    const { reason } = await fallenBack(() => ({ events: messageEvents(blocks) }))
    expect(reason).toBe('empty_answer')
  })
})

describe('one retry, before the first byte', () => {
  const busy = (status: number, type: string): FixtureReply => ({
    status,
    type,
    headers: { 'retry-after-ms': '1' },
  })

  test('429, then an answer', async () => {
    const before = fixture.requests.length
    fixture.replyWith((body, n) =>
      n === 0 ? busy(429, 'rate_limit_error') : { events: quotingModel(body) },
    )
    const { answer, dropped } = await askFor(shopWithAnswers(), claude(), { text: GERMANY })
    expect(answer.answeredBy).toBe('claude')
    expect(dropped).toBe(0)
    expect(fixture.requests.length - before).toBe(2)
  })

  test('529 twice', async () => {
    const before = fixture.requests.length
    expect((await fallenBack(() => busy(529, 'overloaded_error'))).reason).toBe('overloaded')
    expect(fixture.requests.length - before).toBe(2)
  })

  test('not for a refused key or request, nor once it streams', async () => {
    const before = fixture.requests.length
    expect((await fallenBack(() => busy(401, 'authentication_error'))).reason).toBe('key_refused')
    expect((await fallenBack(() => busy(400, 'invalid_request_error'))).reason).toBe(
      'request_refused',
    )
    await fallenBack((body) => ({ events: halfAnAnswer(body), ending: 'cut' }))
    expect(fixture.requests.length - before).toBe(3)
  })
})

test('a takeover ends the call, and nothing falls back', async () => {
  fixture.replyWith((body) => ({ events: halfAnAnswer(body), ending: 'stall' }))
  const abort = new AbortController()
  const reason = new Error('taken over')
  const deltas: string[] = []
  const asked = askFor(
    shopWithAnswers(),
    claude(),
    { text: GERMANY },
    {
      signal: abort.signal,
      onDelta(text) {
        deltas.push(text)
        queueMicrotask(() => abort.abort(reason))
      },
    },
  )
  await expect(asked).rejects.toBe(reason)
  await fixture.requests.at(-1)?.closed
  expect(deltas.join('')).not.toContain('£14')
})

test('V52: key, question and error text reach no log', async () => {
  const written: unknown[] = []
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...args) => void written.push(args)),
  )
  const note = (event: string, fields?: unknown) => void written.push([event, fields])
  const log: Log = { debug: note, info: note, warn: note, error: note }
  for (const status of [401, 500, 529]) {
    fixture.replyWith(() => ({
      status,
      type: `secret ${KEY}`,
      headers: { 'retry-after-ms': '1' },
    }))
    await claude().answer(
      { db: shopWithAnswers(), log, now: Date.now },
      { id: newId('msg'), text: GERMANY, language: 'en', history: [] },
      { delta() {}, dropped() {}, signal: new AbortController().signal },
    )
  }
  for (const spy of spies) spy.mockRestore()
  expect(written.filter((line) => JSON.stringify(line).includes('claude_fell_back'))).toHaveLength(
    3,
  )
  expect(JSON.stringify(written)).not.toMatch(/canary|secret|Germany/)
})

describe('V65: the shop’s tokens of a day', () => {
  async function spend(db: ReturnType<typeof shopWithAnswers>, times = 1) {
    const answers = await Promise.all(
      Array.from({ length: times }, () => askFor(db, claude(), { text: GERMANY })),
    )
    return answers.map(({ answer }) => answer.fallbackReason ?? answer.answeredBy)
  }

  test('are counted as the API counts them; when they are spent, answers go on without a model', async () => {
    const db = shopWithAnswers()
    writeSettings(db, { answerTokensPerDay: 9_000 })
    const usage = { input: 5_000, output: 1_000 }
    fixture.replyWith((body) => ({ events: quotingModel(body, { usage }) }))
    expect(await spend(db)).toEqual(['claude'])
    expect(await spend(db)).toEqual(['budget_spent'])
  })

  test('that were reserved and not spent are there for the next', async () => {
    const db = shopWithAnswers()
    writeSettings(db, { answerTokensPerDay: 8_000 })
    fixture.replyWith((body) => ({ events: quotingModel(body) }))
    expect(await spend(db)).toEqual(['claude'])
    expect(await spend(db)).toEqual(['claude'])
    fixture.replyWith(() => ({ status: 400, type: 'invalid_request_error' }))
    expect(await spend(db)).toEqual(['request_refused'])
    fixture.replyWith((body) => ({ events: quotingModel(body) }))
    expect(await spend(db)).toEqual(['claude'])
  })

  test.each<[string, FixtureReply]>([
    ['silence', 'silence'],
    ['a stream that says nothing', { events: [{ type: 'ping' }], ending: 'stall' }],
  ])('are spent by a question that was asked, whatever came of it: %s', async (_, reply) => {
    const db = shopWithAnswers()
    fixture.replyWith(() => reply)
    const { answer } = await askFor(db, claude({ firstWordMs: 500 }), { text: GERMANY })
    expect(answer.fallbackReason).toBe('first_word_timeout')
    const bytes = fixture.requests.at(-1)?.raw.length ?? 0
    const tokens = findTokensOf(db, '2026-11-24')
    expect(tokens).toBeGreaterThan(bytes / 4)
    expect(tokens).toBeLessThan(bytes)
  })

  test('are not overspent by many at once', async () => {
    const db = shopWithAnswers()
    writeSettings(db, { answerTokensPerDay: 12_000 })
    fixture.replyWith((body) => ({ events: quotingModel(body) }))
    const outcomes = await spend(db, 12)
    expect(outcomes.filter((outcome) => outcome === 'claude').length).toBeLessThan(5)
    expect(outcomes).toContain('budget_spent')
  })
})
