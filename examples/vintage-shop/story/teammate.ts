import type { Browser, Page } from 'playwright-core'

export type Teammate = {
  page: Page
  comeIn(linkUrl: string, name: string, password: string): Promise<void>
  press(name: string | RegExp): Promise<void>
  write(text: string): Promise<void>
  type(text: string): Promise<void>
  note(text: string): Promise<void>
  sees(text: string | RegExp): Promise<void>
  threadText(): Promise<string>
  close(): Promise<void>
}

/** A teammate at a desk, who knows the inbox by what it says. */
export async function newTeammate(browser: Browser): Promise<Teammate> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
  })
  const page = await context.newPage()
  const thread = page.getByRole('log')
  return {
    page,
    async comeIn(linkUrl, name, password) {
      await page.goto(linkUrl)
      await page.getByLabel('Your first name').fill(name)
      await page.getByLabel('Choose a password').fill(password)
      await page.getByRole('button', { name: 'Set password and come in' }).click()
      await page.getByRole('heading', { name: /Needs a person/ }).waitFor()
    },
    press: (name) => page.getByRole('button', { name }).first().click(),
    async write(text) {
      await page.getByRole('textbox', { name: 'Reply' }).fill(text)
      await page.getByRole('button', { name: /^Send/ }).click()
    },
    type: (text) =>
      page.getByRole('textbox', { name: 'Reply' }).pressSequentially(text, { delay: 20 }),
    async note(text) {
      await page.getByRole('button', { name: /^Note/ }).first().click()
      await page.getByRole('textbox', { name: 'Note' }).fill(text)
      await page.getByRole('button', { name: /^Leave note/ }).click()
    },
    sees: (text) => thread.getByText(text).first().waitFor(),
    threadText: () => thread.innerText(),
    close: () => context.close(),
  }
}
