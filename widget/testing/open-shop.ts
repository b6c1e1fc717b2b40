import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import type { WidgetConfig } from '../../protocol/api.ts'
import { newId } from '../../server/core/new-id.ts'
import { JACKET, MARLOW, MARTA } from '../../server/testing/marlow.ts'
import { GRADES, NOTES } from './marlow.ts'
import { PRODUCT_DATA, type ShopPage, shopPage, startPageServer } from './page-server.ts'
import type { ScriptedShop } from './scripted-call.ts'
import { startScriptedShop } from './scripted-shop.ts'

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

export type OpenedShop = {
  shop: ScriptedShop
  site: Awaited<ReturnType<typeof startPageServer>>
  context: BrowserContext
  page: Page
  /** Errors of the page, and what a policy of it refused. */
  mishaps: string[]
  launcher: Locator
  panel: Locator
  composer: Locator
  thread: Locator
  /** Opens the panel and waits until one can type. */
  open(): Promise<void>
  ask(text: string): Promise<void>
  close(): Promise<void>
}

export type ShopOptions = {
  size?: keyof typeof SIZES
  config?: Partial<WidgetConfig>
  page?: Parameters<typeof shopPage>[1]
  headers?: Record<string, string>
  /** Pages beside the first, by path. */
  pages?: (origin: string) => Record<string, ShopPage>
  context?: BrowserContextOptions
}

/** A shop's page with the widget on it, before a scripted server, in a browser of its own. */
export async function openShop(browser: Browser, options: ShopOptions = {}): Promise<OpenedShop> {
  const { size = 'desk', config, headers, pages } = options
  const shop = await startScriptedShop({ ...structuredClone(MARLOW), ...config })
  shop.items.push(JACKET)
  shop.passages.push(NOTES, GRADES)
  shop.around.push(MARTA)
  const html = shopPage(shop.origin, { head: PRODUCT_DATA, ...options.page })
  const site = await startPageServer({
    '/': { html, ...(headers && { headers }) },
    '/other': { html: shopPage(shop.origin, { body: '<h1>Other</h1>' }) },
    ...pages?.(shop.origin),
  })
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'en-GB',
    ...(size === 'phone' && { hasTouch: true, isMobile: true }),
    ...options.context,
  })
  const page = await context.newPage()
  const mishaps: string[] = []
  watch(page, mishaps)
  context.on('page', (other) => watch(other, mishaps))
  await page.goto(site.origin)
  return {
    shop,
    site,
    context,
    page,
    mishaps,
    ...parts(page),
    close: async () => {
      await context.close()
      await shop.close()
      await site.close()
    },
  }
}

/** The widget's parts on a page. Playwright looks into open shadow roots. */
export function parts(page: Page) {
  const panel = page.getByRole('dialog')
  const composer = page.getByRole('textbox', { name: 'Your message' })
  const launcher = page.locator('.launcher')
  return {
    launcher,
    panel,
    composer,
    thread: page.getByRole('log'),
    async open() {
      await launcher.click()
      await composer.waitFor()
    },
    async ask(text: string) {
      await composer.fill(text)
      await composer.press('Enter')
    },
  }
}

function watch(page: Page, mishaps: string[]): void {
  page.on('pageerror', (error) => mishaps.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script|Type)/.test(message.text()))
      mishaps.push(message.text())
  })
}

const AUTHOR = { kind: 'teammate', ...MARTA } as const
const command = () => ({ author: AUTHOR, clientId: newId('evt') })

/** Marta comes, says what she says, and goes: as the inbox would. */
export function takeOver(shop: ScriptedShop): void {
  const log = shop.only()
  log.appendAll([...log.cut(), { type: 'conversation.taken_over', ...command(), teammate: MARTA }])
}

export function reply(shop: ScriptedShop, text: string): void {
  const message = { id: newId('msg'), text }
  shop.only().append({ type: 'message.created', ...command(), message })
}

export function handBack(shop: ScriptedShop): void {
  shop.only().append({ type: 'conversation.handed_back', ...command(), teammate: MARTA })
}

export function resolveIt(shop: ScriptedShop): void {
  const log = shop.only()
  log.appendAll([...log.cut(), { type: 'conversation.resolved', ...command(), teammate: MARTA }])
}
