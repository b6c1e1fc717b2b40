import type { Browser, Page } from 'playwright-core'

export type Shopper = {
  page: Page
  visit(path: string): Promise<void>
  open(): Promise<void>
  ask(text: string): Promise<void>
  type(text: string): Promise<void>
  press(name: string | RegExp): Promise<void>
  /** Waits until the thread holds the text. */
  sees(text: string | RegExp): Promise<void>
  threadText(): Promise<string>
  close(): Promise<void>
}

/** A shopper on a phone, who knows the panel by what it says. */
export async function newShopper(browser: Browser, shopUrl: string): Promise<Shopper> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const thread = page.getByRole('log', { name: 'Conversation' })
  const composer = page.getByRole('textbox', { name: 'Your message' })
  return {
    page,
    visit: async (path) => void (await page.goto(new URL(path, shopUrl).href)),
    open: async () => {
      await page.getByRole('button', { name: /^Chat with/ }).click()
      await composer.waitFor()
    },
    async ask(text) {
      await composer.fill(text)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
    },
    type: (text) => composer.pressSequentially(text, { delay: 20 }),
    press: (name) => page.getByRole('button', { name }).first().click(),
    sees: (text) => thread.getByText(text).first().waitFor(),
    threadText: () => thread.innerText(),
    close: () => context.close(),
  }
}
