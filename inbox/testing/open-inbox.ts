import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createCounterDay } from './counter-day.ts'
import { SCRIPTED } from './scripted-api.ts'
import { type ScriptedServer, startScriptedServer } from './scripted-server.ts'

const DIST = join(import.meta.dirname, '../../dist/inbox')
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

export type OpenedInbox = {
  page: Page
  context: BrowserContext
  server: ScriptedServer
  day: ReturnType<typeof createCounterDay>
  /** What the page must never do: errors, refusals by the CSP, requests to somewhere else. */
  mishaps: string[]
  close(): Promise<void>
}

type Options = { size?: keyof typeof SIZES; theme?: 'light' | 'dark'; signedIn?: boolean }

/** A browser at the sign-in of a scripted shop, or behind it. */
export async function openDoor(
  browser: Browser,
  { size = 'desk', theme = 'light', signedIn = false }: Options = {},
): Promise<OpenedInbox> {
  const day = createCounterDay()
  const server = await startScriptedServer(day.shop, DIST)
  const isPhone = size === 'phone'
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme: theme,
    hasTouch: isPhone,
    isMobile: isPhone,
  })
  const session = { name: 'cb', value: 'in', url: server.origin, httpOnly: true }
  if (signedIn) await context.addCookies([session])
  const page = await context.newPage()
  const mishaps: string[] = []
  page.on('pageerror', (error) => mishaps.push(error.message))
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
      mishaps.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin) && !request.url().startsWith('data:'))
      mishaps.push(`asked ${request.url()}`)
  })
  await page.goto(server.inboxUrl)
  const close = async () => {
    await context.close()
    await server.close()
  }
  return { page, context, server, day, mishaps, close }
}

export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Email').fill(SCRIPTED.email)
  await page.getByLabel('Password').fill(SCRIPTED.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: /Needs a person|Mine|All|Resolved/ }).waitFor()
}

/** The list of a scripted shop, signed in and with its socket open. */
export async function openInbox(browser: Browser, options: Options = {}): Promise<OpenedInbox> {
  const opened = await openDoor(browser, { ...options, signedIn: true })
  await opened.page.locator('[data-row]').first().waitFor()
  await until(() => opened.server.rooms.openIn('inbox') > 0)
  return opened
}

export async function openConversation(
  { page, server }: OpenedInbox,
  id: Parameters<ScriptedServer['rooms']['openIn']>[0],
): Promise<void> {
  await page.locator(`[data-row="${id}"]`).click()
  await page.getByRole('log').waitFor()
  await until(() => server.rooms.openIn(id) > 0)
}

/** Waits for what another process does; there is no event to hear of it. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`never came true: ${holds}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}

/** The page itself never scrolls: only what is in it does. */
export function pageScroll(page: Page): Promise<{ top: number; beyond: number }> {
  return page.evaluate(() => {
    const root = document.scrollingElement
    return {
      top: root?.scrollTop ?? 0,
      beyond: (root?.scrollHeight ?? 0) - (root?.clientHeight ?? 0),
    }
  })
}
