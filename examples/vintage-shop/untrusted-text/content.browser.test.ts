import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openShopFile } from '../../../server/node/open-shop-file.ts'
import { PACKAGE_ROOT } from '../../../server/node/package-root.ts'
import { writeSettings } from '../../../server/shops/write-settings.ts'
import { launchBrowser } from '../../../server/testing/launch-browser.ts'
import {
  removeDataFolder,
  type StartedCounterbell,
  startCounterbell,
} from '../../../server/testing/start-counterbell.ts'
import { type BothEnds, openBothEnds } from './both-ends.ts'
import { hostileAddresses, hostileRules, hostileStock } from './hostile-content.ts'
import { ADDRESSES, PAYLOADS } from './payloads.ts'
import { answerOf, plainParts } from './read-answers.ts'
import { shownTexts } from './shown-texts.ts'

let counterbell: StartedCounterbell
let browsers: [Browser, Browser]
let ends: BothEnds
const stock = hostileStock(PAYLOADS)
const addresses = hostileAddresses(ADDRESSES)
/** Every third: each costs a question and an answer with its sources. */
const rules = hostileRules(PAYLOADS.filter((_, n) => n % 3 === 0))

beforeAll(async () => {
  counterbell = await startCounterbell()
  const { dataDir } = counterbell
  const shop = openShopFile(join(dataDir, 'shops/demo.sqlite'), { mustExist: true })
  const off = { on: false }
  writeSettings(shop.db, {
    rates: { messagesPerMinuteVisitor: 100_000 },
    // Nobody is to be called: the content shall say all of it.
    escalation: { unsure: off, unsure_again: off, long_exchange: off, assistant_failed: off },
  })
  shop.close()
  const files = { 'stock.csv': stock.file, 'addresses.csv': addresses.file, 'rules.md': rules.file }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dataDir, name), text)
  const cli = join(PACKAGE_ROOT, 'dist/server/cli.js')
  const paths = Object.keys(files).map((name) => join(dataDir, name))
  await promisify(execFile)(process.execPath, [cli, 'ingest', '--shop', 'demo', ...paths], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir },
  })
  browsers = await Promise.all([launchBrowser(), launchBrowser()])
  ends = await openBothEnds(browsers, { ...counterbell, name: 'Marta' })
}, 120_000)

beforeEach(async () => {
  await ends.begin()
  // Watched while it grows, a thread costs a rendering a line; what is asked here is read as a whole.
  await ends.leave()
})

afterEach(async () => {
  expect(await ends.mishaps()).toEqual([])
})

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()))
  await counterbell.stop()
  removeDataFolder(counterbell.dataDir)
})

async function ask(text: string, itemCode?: string): Promise<void> {
  const page = itemCode && { url: 'https://shop.example/', title: 'A piece', itemCode }
  const { status } = await ends.visitorPosts('/messages', { text, ...(page && { page }) })
  expect(status).toBe(200)
}

/** The answers since `last` was said, once both ends show them with every source open. */
async function answersShown(count: number) {
  await ask('That was the last question')
  await ends.reopen()
  const { shopper, teammate } = ends
  await shopper.sees('That was the last question')
  await teammate.sees('That was the last question')
  const thread = shopper.page.getByRole('log', { name: 'Conversation' })
  // A list of sources is fetched with its answer, and what was folded in it opens a second round.
  await thread.locator('details').first().waitFor()
  await shopper.page.waitForLoadState('networkidle')
  await thread.evaluate((log) => {
    for (const details of log.querySelectorAll('details')) details.open = true
  })
  await shopper.page.waitForLoadState('networkidle')
  const answers = (await ends.log()).flatMap(answerOf).slice(-count - 1, -1)
  expect(answers.length).toBe(count)
  return {
    answers,
    panel: await shownTexts(thread),
    inbox: await shownTexts(teammate.page.getByRole('log')),
  }
}

test('V2, V5: cells of a stock list are text in answer, card, source and details', async () => {
  for (const code of stock.codes) await ask('What fabric is it, and is there any damage?', code)
  const { answers, panel, inbox } = await answersShown(stock.codes.length)
  expect(answers.filter(({ items }) => items.length > 0).length).toBeGreaterThan(30)
  for (const answer of answers) {
    for (const text of [
      ...plainParts(answer.text),
      ...answer.items.map(({ title }) => title.trimEnd()),
    ]) {
      expect(panel).toContain(text)
      expect(inbox).toContain(text)
    }
  }
}, 180_000)

test('V3: an address of a stock list leads to the web or nowhere', async () => {
  for (const code of addresses.codes) await ask('Is it available?', code)
  const { answers } = await answersShown(addresses.codes.length)
  const kept = answers.flatMap(({ items }) => items.flatMap(({ url }) => url ?? []))
  expect(kept.length).toBeGreaterThan(5)
  expect(kept.filter((url) => !/^https?:\/\//.test(url))).toEqual([])
}, 180_000)

test('V1, V5: sentences of a page are text in answer, citation and source', async () => {
  for (const word of rules.words) await ask(`What does the ${word} rule say?`)
  const { answers, panel, inbox } = await answersShown(rules.words.length)
  const cited = answers.filter(({ citations }) =>
    citations.some(({ title }) => /zebra/.test(title)),
  )
  expect(cited.length).toBeGreaterThan(40)
  for (const answer of cited) {
    for (const text of plainParts(answer.text)) {
      expect(panel).toContain(text)
      expect(inbox).toContain(text)
    }
    for (const { quote, title } of answer.citations) {
      expect(panel).toContain(title.trimEnd())
      expect(panel).toContain(quote.trimEnd())
    }
  }
}, 180_000)
