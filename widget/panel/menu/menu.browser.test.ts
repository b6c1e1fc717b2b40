import { expect, it } from 'vitest'
import type { OpenedShop } from '../../testing/open-shop.ts'
import { openShopForEach } from '../../testing/open-shop-for-each.ts'

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
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
