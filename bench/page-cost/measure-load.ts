import type { Browser } from 'playwright-core'
import { type MainThreadCost, traceSteps } from './trace-steps.ts'

const SETTLE_MS = 1500

/** What loading a page costs its main thread at the machine's own speed, in a fresh profile. */
export async function measureLoad(browser: Browser, url: string): Promise<MainThreadCost> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  try {
    const page = await context.newPage()
    const [load] = await traceSteps(browser, page, [
      async () => {
        await page.goto(url, { waitUntil: 'load' })
        await page.waitForTimeout(SETTLE_MS)
      },
    ])
    return load
  } finally {
    await context.close()
  }
}
