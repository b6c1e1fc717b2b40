import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { type OpenedInbox, openConversation, openInbox, pageScroll } from './testing/open-inbox.ts'

let browser: Browser
let inbox: OpenedInbox
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  inbox = await openInbox(browser, { size: 'phone' })
})
afterEach(async () => {
  expect(inbox.mishaps).toEqual([])
  await inbox.close()
})

test('one screen at a time: list, thread, details, and back', async () => {
  const { page, day } = inbox
  const list = page.getByRole('region', { name: 'Conversations' })
  await openConversation(inbox, day.jacket.id)
  expect(await list.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Details', exact: true }).click()
  await page.getByText('pit to pit 58 cm').last().waitFor()
  await page.getByRole('button', { name: 'Fold the details' }).click()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  expect(await list.isVisible()).toBe(true)
  await page.goBack()
  await page.getByRole('log').waitFor()
  await page.goForward()
  expect(await list.isVisible()).toBe(true)
})

test('take over, write and resolve by thumb', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.jacket.id)
  await page.getByRole('button', { name: 'Take over' }).tap()
  const reply = page.getByLabel('Reply', { exact: true })
  await reply.fill('Hello')
  expect(await pageScroll(page)).toEqual({ top: 0, beyond: 0 })
  await reply.press('Enter')
  expect(await reply.inputValue()).toBe('Hello\n')
  await page.getByRole('button', { name: 'Send' }).tap()
  await page.getByRole('log').locator('.message-teammate').getByText('Hello').waitFor()
  await page.getByRole('button', { name: 'Resolve' }).tap()
  await page.getByText('Resolved by Marta').waitFor()
})

test('everything that is pressed is big enough for a thumb, and fields do not zoom', async () => {
  const { page, day } = inbox
  const small = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('button, a[href]')]
        .filter((one) => one.checkVisibility() && !one.matches('.link, .mark, .source-title'))
        .map((one) => ({ box: one.getBoundingClientRect(), name: one.textContent }))
        .filter(({ box }) => box.height > 0 && box.height < 44)
        .map(({ box, name }) => `${name} ${box.height}`),
    )
  expect(await small()).toEqual([])
  await openConversation(inbox, day.trench.id)
  expect(await small()).toEqual([])
  const size = await page
    .getByLabel('Reply', { exact: true })
    .evaluate((field) => getComputedStyle(field).fontSize)
  expect(size).toBe('16px')
})

test('the composer stays in sight when the keyboard takes half of the screen', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.trench.id)
  await page.getByLabel('Reply', { exact: true }).focus()
  await page.setViewportSize({ width: 390, height: 440 })
  await page.waitForFunction(() => {
    const send = document.querySelector('.composer-send')?.getBoundingClientRect()
    return send && send.bottom <= 440
  })
  expect(await pageScroll(page)).toEqual({ top: 0, beyond: 0 })
})

test('at 320 pixels Resolve can be pressed', async () => {
  const { page, day } = inbox
  await page.setViewportSize({ width: 320, height: 640 })
  await openConversation(inbox, day.trench.id)
  const box = await page.getByRole('button', { name: 'Resolve' }).boundingBox()
  expect((box?.x ?? 320) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
  expect(box?.height).toBeGreaterThanOrEqual(44)
})

test('the brief gives way while one types', async () => {
  const { page, day } = inbox
  await openConversation(inbox, day.jacket.id)
  const piece = page.locator('.brief .piece')
  expect(await piece.isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Note' }).tap()
  await page.getByLabel('Note', { exact: true }).waitFor()
  expect(await piece.isVisible()).toBe(false)
  expect(await page.locator('.brief h3').isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Close the note' }).tap()
  expect(await piece.isVisible()).toBe(true)
})

test('nothing is wider than the screen', async () => {
  const { page, day } = inbox
  for (const id of [day.lamp.id, day.jacket.id, day.label.id]) {
    await page.goto(`${inbox.server.inboxUrl}#/all/${id}`)
    await page.getByRole('log').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await page.getByRole('log').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  }
})

test('the menu holds theme, density and the way out', async () => {
  const { page } = inbox
  await page.getByRole('button', { name: 'Menu' }).tap()
  await page.getByLabel('Dark').check()
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark')
  await page.getByLabel('Compact').check()
  await page.reload()
  await page.locator('[data-row]').first().waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset)).toMatchObject({
    theme: 'dark',
    density: 'compact',
  })
})
