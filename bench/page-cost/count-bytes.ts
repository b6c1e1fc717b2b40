import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { watchPage } from './watch-page.ts'

const SETTLE_MS = 1500

/** What a step fetched from Counterbell. Bodies as they came, gzipped; `wireBytes` with the headers of replies. */
export type Fetched = { requests: number; bodyBytes: number; wireBytes: number }
export type Kept = { cookies: number; storageKeys: number; fonts: number; sockets: number }

export type PageBytes = {
  load: Fetched
  opened: Fetched
  asked: Fetched
  beforeFirstAct: Kept
  /** Opened by the page itself, without a click. */
  layoutShiftByApi: number
}

/** One visit from load to the first answer, with what it fetched, and what it kept before anything was said. */
export async function countBytes(
  browser: Browser,
  url: string,
  serverOrigin: string,
): Promise<PageBytes> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    await context.addInitScript(watchPage)
    const page = await context.newPage()
    const meter = await startMeter(await context.newCDPSession(page), serverOrigin)
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(SETTLE_MS)
    const load = meter.take()
    const shiftOnLoad = await layoutShift(page)
    await page.evaluate(() => window.Counterbell?.('open'))
    const composer = page.getByRole('textbox', { name: 'Your message' })
    await composer.waitFor()
    await page.waitForTimeout(SETTLE_MS)
    const opened = meter.take()
    const layoutShiftByApi = (await layoutShift(page)) - shiftOnLoad
    const beforeFirstAct = await keptBy(context, page, meter)
    await composer.fill('How long does delivery take?')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByRole('log').locator('article').first().waitFor()
    await page.waitForTimeout(SETTLE_MS)
    return { load, opened, asked: meter.take(), beforeFirstAct, layoutShiftByApi }
  } finally {
    await context.close()
  }
}

const layoutShift = (page: Page) => page.evaluate(() => window.pageCost.layoutShift)

type Meter = { take(): Fetched; fonts(): number; sockets(): number }

async function startMeter(devtools: CDPSession, origin: string): Promise<Meter> {
  const known = new Map<string, { headBytes: number; wireBytes: number }>()
  let fonts = 0
  let sockets = 0
  devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith(origin)) return
    known.set(requestId, { headBytes: 0, wireBytes: 0 })
    if (type === 'Font') fonts++
  })
  devtools.on('Network.webSocketCreated', () => sockets++)
  devtools.on('Network.responseReceived', ({ requestId, response }) => {
    const request = known.get(requestId)
    // What had come when the head of the reply was read.
    if (request) request.headBytes = response.encodedDataLength
  })
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = known.get(requestId)
    if (request) request.wireBytes = encodedDataLength
  })
  await devtools.send('Network.enable')
  // Without it Chromium would take brotli, and the budgets are in gzip.
  await devtools.send('Network.setExtraHTTPHeaders', { headers: { 'accept-encoding': 'gzip' } })
  return {
    fonts: () => fonts,
    sockets: () => sockets,
    take() {
      const all = [...known.values()]
      known.clear()
      return {
        requests: all.length,
        bodyBytes: all.reduce((sum, one) => sum + Math.max(0, one.wireBytes - one.headBytes), 0),
        wireBytes: all.reduce((sum, { wireBytes }) => sum + wireBytes, 0),
      }
    },
  }
}

async function keptBy(context: BrowserContext, page: Page, meter: Meter): Promise<Kept> {
  const storageKeys = await page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const stores = await caches.keys()
    return localStorage.length + sessionStorage.length + databases.length + stores.length
  })
  const cookies = (await context.cookies()).length
  return { cookies, storageKeys, fonts: meter.fonts(), sockets: meter.sockets() }
}
