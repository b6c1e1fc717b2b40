import { describe, expect, it } from 'vitest'
import { type OpenedShop, takeOver } from '../../testing/open-shop.ts'
import { openShopForEach } from '../../testing/open-shop-for-each.ts'

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
})

const question = () => opened.thread.locator('.receipt dd').first()

describe('the receipt of a call', () => {
  it('shows the newest message as the question, also after a reload', async () => {
    const { panel, thread, ask, page } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Nothing yet. Write it below.').waitFor()
    await ask('Is the lining silk?')
    await expect.poll(() => question().textContent()).toBe('Is the lining silk?')
    await thread.locator('.receipt').getByText('1 message').waitFor()
    await page.reload()
    await expect.poll(() => question().textContent()).toBe('Is the lining silk?')
  })

  it('keeps the question that was passed on until another is written', async () => {
    const { panel, thread, ask } = opened
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await expect.poll(() => question().textContent()).toBe('Any damage?')
  })
})

it('a message while nobody has come yet says that it is kept for the team', async () => {
  const { shop, panel, thread, ask } = opened
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await thread.getByText('Marta has been told.').waitFor()
  await ask('Is the lining silk?')
  await thread.locator('.mine').getByText('Kept for the team').waitFor()
  takeOver(shop)
  await thread.getByText('Kept for the team').waitFor({ state: 'detached' })
})

describe('with nobody around', () => {
  it('header, receipt and counter say the same, and promise nobody', async () => {
    const { shop, panel, thread } = opened
    shop.around.length = 0
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Nobody is in just now.').waitFor()
    await panel.locator('header').getByText('Nobody is in just now').waitFor()
    await panel.getByRole('button', { name: 'Kept for the team' }).waitFor()
  })

  it('shows the address that was left, also after a reload, and lets it be changed', async () => {
    const { shop, panel, thread, page } = opened
    shop.around.length = 0
    const field = thread.getByRole('textbox', { name: 'Your e-mail' })
    const leave = thread.getByRole('button', { name: 'Leave it with the team' })
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await field.fill('me@example.co')
    await leave.click()
    await thread.getByText('me@example.co', { exact: true }).waitFor()
    await page.reload()
    await thread.getByText('me@example.co', { exact: true }).waitFor()
    await thread.getByRole('button', { name: 'Change' }).click()
    expect(await field.inputValue()).toBe('me@example.co')
    await field.fill('me@example.com')
    await leave.click()
    await thread.getByText('me@example.com', { exact: true }).waitFor()
    const given = shop.requests.filter((request) => request.endsWith('/email'))
    expect(given.length).toBe(2)
  })
})

it('after a yes by keyboard the focus is in the composer', async () => {
  const { shop, thread, ask, composer } = opened
  shop.answers.push({ text: 'I don’t have that.', offers: true })
  await ask('Who owned it?')
  await thread.getByRole('button', { name: 'Yes, get someone' }).press('Enter')
  await thread.getByText('Marta has been told.').waitFor()
  expect(await composer.evaluate((field) => field.matches(':focus'))).toBe(true)
})
