import type { Browser, Page } from 'playwright-core'
import { MARLOW } from '../../server/testing/marlow.ts'
import { shopPage, startPageServer } from '../../widget/testing/page-server.ts'
import type { ScriptedShop } from '../../widget/testing/scripted-call.ts'
import { startScriptedShop } from '../../widget/testing/scripted-shop.ts'
import { BARE_TEXT_PAGE } from './bare-text-page.ts'
import { fillThread, THREAD_MESSAGES } from './fill-thread.ts'
import type { Repeat } from './repeat-within.ts'
import { streamAnswer } from './stream-answer.ts'
import { answerTokens, TOKENS_PER_SECOND } from './tokens.ts'
import { type MainThreadCost, traceSteps } from './trace-steps.ts'

export type Streamed = MainThreadCost & {
  /** Times between two changes of the text on screen. */
  gapsMs: number[]
}
type StreamRounds = { widget: Streamed[]; floor: MainThreadCost[] }

const PHONE = { viewport: { width: 412, height: 823 } }
const LAST_CHANGES_MS = 300

/**
 * One long answer that streams into a long thread of the real panel, on its POST and in its room, from a
 * server that keeps the pace to the letter; and the same text written into one text node.
 */
export async function measureStream(browser: Browser, repeat: Repeat): Promise<StreamRounds> {
  const shop = await startScriptedShop(MARLOW)
  const pages = await startPageServer({
    '/': { html: shopPage(shop.origin) },
    '/bare': { html: BARE_TEXT_PAGE },
  })
  const rounds: StreamRounds = { widget: [], floor: [] }
  try {
    await repeat(async () => {
      rounds.widget.push(await streamIntoPanel(browser, pages.origin, shop))
      rounds.floor.push(await writeBareText(browser, `${pages.origin}/bare`))
    })
    return rounds
  } finally {
    await pages.close()
    await shop.close()
  }
}

async function streamIntoPanel(
  browser: Browser,
  url: string,
  shop: ScriptedShop,
): Promise<Streamed> {
  const context = await browser.newContext(PHONE)
  try {
    const page = await context.newPage()
    await page.goto(url)
    await openWithLongThread(page, shop)
    await page.evaluate(watchText)
    const log = shop.only()
    // Held back for good: this file streams in its place, at a pace of its own.
    shop.answers.push({ text: 'Held back.', holdAfter: 0 })
    const [cost] = await traceSteps(browser, page, [
      async () => {
        await page.getByRole('textbox').fill('Tell me all about it.')
        await page.getByRole('button', { name: 'Send', exact: true }).click()
        await streamAnswer(log)
        await page.waitForTimeout(LAST_CHANGES_MS)
      },
    ])
    const changesAt = await page.evaluate(() => window.textChangesAt)
    const gapsMs = changesAt.slice(1).map((at, index) => at - (changesAt[index] ?? at))
    return { ...cost, gapsMs }
  } finally {
    await context.close()
  }
}

async function openWithLongThread(page: Page, shop: ScriptedShop): Promise<void> {
  const launcher = page.getByRole('button', { name: /^Chat with/ })
  const articles = page.getByRole('log').locator('article')
  await launcher.click()
  shop.answers.push({ text: 'Yes.' })
  await page.getByRole('textbox').fill('Is it lined?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await articles.getByText('Yes.').waitFor()
  fillThread(shop.only())
  await page.reload()
  await launcher.click()
  await articles.nth(THREAD_MESSAGES / 2 - 1).waitFor()
}

async function writeBareText(browser: Browser, url: string): Promise<MainThreadCost> {
  const context = await browser.newContext(PHONE)
  try {
    const page = await context.newPage()
    await page.goto(url)
    const options = { tokens: answerTokens(), perSecond: TOKENS_PER_SECOND }
    const [cost] = await traceSteps(browser, page, [
      async () => {
        await page.evaluate((given) => window.writeBareText(given), options)
        await page.waitForTimeout(LAST_CHANGES_MS)
      },
    ])
    return cost
  } finally {
    await context.close()
  }
}

declare global {
  interface Window {
    textChangesAt: number[]
  }
}

/** Notes when the text of the answer that is being written changes. Sent to the page as text. */
function watchText(): void {
  const changesAt: number[] = []
  window.textChangesAt = changesAt
  const root = document.querySelector('counterbell-chat')?.shadowRoot
  const turns = root?.querySelector('[role=log]')
  if (!turns) throw new Error('there is no thread')
  let length = 0
  new MutationObserver(() => {
    const now = [...turns.querySelectorAll('article')].at(-1)?.textContent.length ?? 0
    if (now !== length) changesAt.push(performance.now())
    length = now
  }).observe(turns, { childList: true, characterData: true, subtree: true })
}
