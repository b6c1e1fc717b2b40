import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { launchBrowser } from '../../../server/testing/launch-browser.ts'
import { type OpenedShop, openShop } from '../../testing/open-shop.ts'

let browser: Browser
let opened: OpenedShop
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  opened = await openShop(browser)
  await opened.open()
})
afterEach(async () => {
  expect(opened.mishaps).toEqual([])
  await opened.close()
})

const focused = () =>
  opened.page.evaluate(() => {
    const active = document.querySelector('counterbell-chat')?.shadowRoot?.activeElement
    return active?.ariaLabel ?? active?.textContent
  })

it('opens and closes by keyboard, and gives focus back to its button', async () => {
  const { panel, page } = opened
  await panel.getByRole('button', { name: 'Chat settings' }).press('Enter')
  await panel.getByRole('group', { name: 'Chat settings' }).waitFor()
  await expect.poll(focused).toBe('Normal')
  await page.keyboard.press('Escape')
  await panel.getByRole('group', { name: 'Chat settings' }).waitFor({ state: 'detached' })
  expect(await focused()).toBe('Chat settings')
})

it('closes by its button and by a press anywhere else', async () => {
  const { panel } = opened
  const button = panel.getByRole('button', { name: 'Chat settings' })
  const menu = panel.getByRole('group', { name: 'Chat settings' })
  await button.click()
  await menu.waitFor()
  await button.click()
  await menu.waitFor({ state: 'detached' })
  await button.click()
  await expect.poll(focused).toBe('Normal')
  await panel.getByText('People ask about this piece').click()
  await menu.waitFor({ state: 'detached' })
})
