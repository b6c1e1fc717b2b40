import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
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
import { answerOf, plainParts } from './untrusted-text/read-answers.ts'
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
    rates: { messagesPerMinuteVisitor: 100_000, commandsPerMinuteVisitor: 100_000 },
    // Nobody is to be called: the assistant shall say all of it.
    escalation: { unsure: off, unsure_again: off, long_exchange: off, assistant_failed: off },
  })
  shop.close()
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
  ends = await openBothEnds(browsers, { ...counterbell, name: nameOf(PAYLOADS[32] ?? '') })
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

/** With both ends watching, each costs a rendering of the whole thread; the rest is read after a reload. */
const SOME = PAYLOADS.filter((_, n) => n % 8 === 0)

/** What both ends show of the conversation, once they have come as far as `last`. */
async function bothShow(last: string) {
  const { shopper, teammate } = ends
  await Promise.all([shopper.sees(last), teammate.sees(last)])
  return {
    panel: await shownTexts(shopper.page.getByRole('log', { name: 'Conversation' })),
    inbox: await shownTexts(teammate.page.getByRole('log')),
  }
}

async function sayAsModel(payloads: readonly string[]) {
  for (const text of payloads) {
    model.replyWith(() => ({ events: messageEvents([{ text }]) }))
    const question = { text: 'How long do I have to send something back?' }
    expect((await ends.visitorPosts('/messages', question)).status).toBe(200)
  }
}

/** Every text as a shopper's, with a page of that name, as a teammate's of that name, and as a note. */
async function sayAsPeople(payloads: readonly string[]) {
  const asked = await ends.visitorPosts('/handoff', {})
  const taken = await ends.staffPosts('/takeover', { version: asked.body.conversation?.version })
  const version = taken.body.conversation?.version
  const shop = openShopFile(shopFile(), { mustExist: true })
  for (const text of payloads) {
    // By the link it would cost a password each; what is stored is the same.
    shop.db
      .update(teammates)
      .set({ name: nameOf(text) })
      .run()
    const page = { url: text.slice(0, 2000), title: first(text, 190), itemCode: first(text, 50) }
    // One after the other: of replies in a row only the first shows who speaks.
    const sent = [
      await ends.visitorPosts('/messages', { text, page }),
      await ends.staffPosts('/replies', { text, version }),
      await ends.staffPosts('/notes', { text }),
    ]
    const statuses = sent.map(({ status }) => status)
    expect(statuses, text.slice(0, 50)).toEqual([200, 200, 200])
  }
  shop.close()
}

const first = (text: string, units: number) => Array.from(text.slice(0, units)).join('')

type Shown = Awaited<ReturnType<typeof bothShow>>

/** Every answer as the server has it stands at both ends; most of them are what the model was told to say. */
async function expectAnswers(shown: Shown, payloads: readonly string[]) {
  const answers = (await ends.log()).flatMap(answerOf).map(({ text }) => text)
  // The server takes foreign links and ungrounded sums out of what a model says.
  const toTheLetter = answers.filter((text) => payloads.includes(text))
  expect(toTheLetter.length).toBeGreaterThan(payloads.length / 2)
  for (const text of answers.flatMap(plainParts)) {
    expect(shown.panel, 'in the panel').toContain(text)
    expect(shown.inbox, 'in the inbox').toContain(text)
  }
}

function expectPeople(shown: Shown, payloads: readonly string[]) {
  const times = (texts: string[], text: string) =>
    texts.filter((one) => one === text.trimEnd()).length
  for (const text of payloads) {
    expect(times(shown.panel, text), 'a message and a reply in the panel').toBeGreaterThan(1)
    expect(times(shown.inbox, text), 'both and a note in the inbox').toBeGreaterThan(2)
    expect(shown.panel).toContain(nameOf(text).trimEnd())
    expect(shown.inbox).toContain(nameOf(text).trimEnd())
  }
}

test('V1, V3, V60: whatever the model says is drawn as text, and links nowhere else', async () => {
  await ends.begin()
  await sayAsModel(SOME)
  await ends.visitorPosts('/messages', { text: 'That was the last answer' })
  await expectAnswers(await bothShow('That was the last answer'), SOME)
}, 60_000)

test('V2, V4, V48: whatever people say, call themselves and look at is text, to the letter', async () => {
  await ends.begin()
  await sayAsPeople(SOME)
  await ends.visitorPosts('/messages', { text: 'That was all that people said' })
  expectPeople(await bothShow('That was all that people said'), SOME)
}, 60_000)

test('V2, V48: a thread of such texts is the same after a reload', async () => {
  await ends.begin()
  await ends.leave()
  await sayAsModel(PAYLOADS)
  await sayAsPeople(PAYLOADS)
  await ends.visitorPosts('/messages', { text: 'That was all of them' })
  await ends.reopen()
  const shown = await bothShow('That was all of them')
  await expectAnswers(shown, PAYLOADS)
  expectPeople(shown, PAYLOADS)
}, 120_000)

test('V2: what is no rating and no e-mail is refused; an odd e-mail that is one stays text', async () => {
  await ends.begin()
  await ends.visitorPosts('/messages', { text: 'How long do I have to send something back?' })
  const [answer] = (await ends.log()).flatMap(answerOf)
  for (const text of PAYLOADS) {
    const rated = await ends.visitorPosts(`/messages/${answer?.id}/rating`, { rating: text })
    const given = await ends.visitorPosts('/email', { email: text })
    expect([rated.status, given.status], text.slice(0, 50)).toEqual([400, 400])
  }
  const email = `canary+_-1@${'x'.repeat(40)}.${LEAK_HOST}`
  expect((await ends.visitorPosts('/email', { email })).status).toBe(200)
  await ends.teammate.page.getByRole('link', { name: email }).first().waitFor()
}, 60_000)

test('V4: an object where a text should be becomes no element of the panel', async () => {
  const { page } = ends.shopper
  await ends.begin()
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
