import type { Browser, CDPSession, Page } from 'playwright-core'
import { type MainThreadCost, traceSteps } from './trace-steps.ts'
import { type Seen, watchPage } from './watch-page.ts'

/** Long enough for the idle callback, the configuration and the launcher on a slowed CPU. */
const SETTLE_MS = 1500
const AFTER_OPENING_MS = 500
const PHONE = { viewport: { width: 412, height: 823 }, hasTouch: true }
const DESKTOP = { viewport: { width: 1280, height: 800 } }
/** Lighthouse's slow 4G. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

export type Opening = {
  /** How many times slower than this machine: 4 stands for a shopper's phone. */
  cpuSlowdown: 1 | 4
  /** A finger that is lifted at once, one that rests 100 ms, or a pointer that hovers for 700 ms. */
  by: 'tap' | 'press' | 'hover'
  slowNetwork?: boolean
  /** Opens the floor instead: a text field that the click's handler puts in, and nothing else. */
  isFloor?: boolean
}

type Cost = MainThreadCost & { layoutShift: number }
export type Visit = { load: Cost; opened: Cost & Required<Seen> }

/** One visit in a fresh profile: the page loads and settles, then the panel is opened. */
export async function measureVisit(
  browser: Browser,
  url: string,
  opening: Opening,
): Promise<Visit> {
  const context = await browser.newContext(opening.by === 'hover' ? DESKTOP : PHONE)
  try {
    await context.addInitScript(watchPage)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: opening.cpuSlowdown })
    let shiftBefore = 0
    const [load, opened] = await traceSteps(browser, page, [
      async () => {
        await page.goto(url, { waitUntil: 'load' })
        await page.waitForTimeout(SETTLE_MS)
        shiftBefore = await page.evaluate(() => window.pageCost.layoutShift)
      },
      async () => {
        if (opening.isFloor) await page.evaluate(addFloor)
        await devtools.send('Network.enable')
        if (opening.slowNetwork) await devtools.send('Network.emulateNetworkConditions', SLOW_4G)
        await openPanel(page, devtools, opening.by)
        await page.waitForFunction(() => window.pageCost.typeableMs, null, { polling: 100 })
        await page.waitForTimeout(AFTER_OPENING_MS)
      },
    ])
    const seen = await page.evaluate(() => window.pageCost)
    return {
      load: { ...load, layoutShift: shiftBefore },
      opened: {
        ...opened,
        layoutShift: seen.layoutShift - shiftBefore,
        shellAtReturn: seen.shellAtReturn ?? false,
        typeableMs: seen.typeableMs ?? Number.NaN,
        clickEventMs: seen.clickEventMs ?? 0,
      },
    }
  } finally {
    await context.close()
  }
}

async function openPanel(page: Page, devtools: CDPSession, by: Opening['by']): Promise<void> {
  const box = await page.locator('counterbell-chat button').first().boundingBox()
  if (!box) throw new Error('there is no launcher to open')
  const x = box.x + box.width / 2
  const y = box.y + box.height / 2
  if (by === 'hover') {
    await page.mouse.move(x, y)
    await page.waitForTimeout(700)
    await page.mouse.click(x, y)
    return
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  if (by === 'press') await page.waitForTimeout(100)
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

/** The least that opens at a click, in the widget's own place. Sent to the page as text. */
function addFloor(): void {
  const root = document.createElement('counterbell-chat').attachShadow({ mode: 'open' })
  const launcher = document.createElement('button')
  launcher.textContent = 'Open'
  launcher.onclick = () => {
    const shell = document.createElement('section')
    shell.role = 'dialog'
    shell.append(document.createElement('textarea'))
    root.append(shell)
  }
  Object.assign(launcher.style, {
    position: 'fixed',
    right: '20px',
    bottom: '20px',
    padding: '20px',
  })
  root.append(launcher)
  document.documentElement.append(root.host)
}
