import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { type OpenedInbox, openInbox } from './testing/open-inbox.ts'

let browser: Browser
let inbox: OpenedInbox
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  inbox = await openInbox(browser)
})
afterEach(async () => {
  expect(inbox.mishaps).toEqual([])
  await inbox.close()
})

const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? null)
const focusIs = (page: Page, label: string) =>
  page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, label)

test('from the list to a sent reply and back without a mouse', async () => {
  const { page, day } = inbox
  await page.keyboard.press('ArrowDown')
  expect(await focusedRow(page)).toBe(day.jacket.id)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await focusedRow(page)).toBe(day.chair.id)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('Das Geflecht ist für mich').waitFor()
  await page.keyboard.press('t')
  await focusIs(page, 'Reply')
  await page.keyboard.type('Guten Tag, ich schaue nach. Eine Minute, bitte.')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('Marta')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('ich schaue nach').waitFor()
  expect(day.shop.find(day.chair.id).events.at(-1)).toMatchObject({
    message: { text: 'Guten Tag, ich schaue nach. Eine Minute, bitte.\nMarta' },
  })
  await page.keyboard.press('Escape')
  await focusIs(page, 'Conversation')
  await page.keyboard.press('n')
  await focusIs(page, 'Note')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await focusIs(page, 'Reply')
  await page.keyboard.press('Escape')
  await page.keyboard.press('h')
  await page.getByText('It answers the shopper’s next message.').waitFor()
  await page.keyboard.press('Escape')
  await page.waitForFunction(() => location.hash === '#/needs_person')
  expect(await focusedRow(page)).toBe(day.chair.id)
})

test('W opens the longest wait, U goes to what is new, E resolves', async () => {
  const { page, day } = inbox
  await page.keyboard.press('w')
  await page.getByRole('log').getByText('Still here, by the way.').waitFor()
  await page.getByRole('log').evaluate((box) => box.scrollTo(0, 0))
  await page.keyboard.press('u')
  await page.waitForFunction(() => {
    const box = document.querySelector('[role=log]')
    return box && box.scrollTop > 0
  })
  await page.keyboard.press('e')
  await page.getByText('Resolve it all the same?').waitFor()
  expect(day.shop.find(day.jacket.id).conversation.phase.name).toBe('waiting')
  await page.keyboard.press('e')
  await page.getByText('Resolved by Marta').waitFor()
  await page.keyboard.press('w')
  await page.getByRole('log').getByText('Das Geflecht ist für mich').waitFor()
  expect(day.shop.find(day.jacket.id).conversation.phase.name).toBe('resolved')
})

test('a key acts on the row that has the focus, and closes nothing that was not looked at', async () => {
  const { page, day } = inbox
  const phaseOf = (id: typeof day.jacket.id) => day.shop.find(id).conversation.phase.name
  const { jacket, chair, pot } = day
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByText('Still here, by the way.').waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await focusedRow(page)).toBe(chair.id)
  await page.keyboard.press('e')
  await page.getByRole('log').getByText('Das Geflecht ist für mich').waitFor()
  expect([phaseOf(jacket.id), phaseOf(chair.id)]).toEqual(['waiting', 'waiting'])
  expect(await page.getByText('Nobody has answered').count()).toBe(0)
  await page.keyboard.press('ArrowUp')
  expect(await focusedRow(page)).toBe(jacket.id)
  await page.keyboard.press('t')
  await focusIs(page, 'Reply')
  expect([phaseOf(jacket.id), phaseOf(chair.id)]).toEqual(['teammate', 'waiting'])
  await page.locator(`[data-row="${pot.id}"]`).focus()
  await page.keyboard.press('n')
  await focusIs(page, 'Note')
  await page.getByText('Ivo is answering').waitFor()
})

test('after W the ring stands on what it opened', async () => {
  const { page, day } = inbox
  await page.locator(`[data-row="${day.pot.id}"]`).focus()
  await page.keyboard.press('w')
  await page.getByRole('log').getByText('Still here, by the way.').waitFor()
  expect(await focusedRow(page)).toBe(day.jacket.id)
})

test('what is typed right after T is never taken for commands', async () => {
  const { page, day, server } = inbox
  await page.keyboard.press('w')
  await page.getByRole('log').waitFor()
  await page.keyboard.press('t')
  await page.keyboard.type('hennet')
  await focusIs(page, 'Reply')
  expect(await page.getByLabel('Note', { exact: true }).count()).toBe(0)
  const commands = server.calls.filter((call) => call.method === 'POST' && !/read$/.test(call.path))
  expect(commands.map((call) => call.path.split('/').at(-1))).toEqual(['takeover'])
  expect(day.shop.find(day.jacket.id).conversation.phase.name).toBe('teammate')
})

test('Control and Enter send and resolve', async () => {
  const { page, day } = inbox
  await page.keyboard.press('w')
  await page.getByRole('log').waitFor()
  await page.keyboard.press('t')
  await focusIs(page, 'Reply')
  await page.keyboard.type('It is yours.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Resolved by Marta').waitFor()
  const types = day.shop.find(day.jacket.id).events.map((event) => event.type)
  expect(types.slice(-2)).toEqual(['message.created', 'conversation.resolved'])
})

test('G and a letter change the view, ] folds the details, ? lists every key', async () => {
  const { page } = inbox
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByRole('heading', { name: /^Mine/ }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.keyboard.press('w')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.waitFor()
  await page.keyboard.press(']')
  await details.waitFor({ state: 'hidden' })
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard' })
  await sheet.getByText('Take over').waitFor()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
})

test('single keys can be switched off, and are then neither heard nor printed', async () => {
  const { page, day } = inbox
  await page.keyboard.press('?')
  await page.getByLabel('Single-key shortcuts').uncheck()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('w')
  await page.locator(`[data-row="${day.jacket.id}"]`).click()
  await page.getByRole('log').waitFor()
  await page.getByRole('log').focus()
  await page.keyboard.press('t')
  expect(await page.locator('.bar .key').count()).toBe(0)
  expect(day.shop.find(day.jacket.id).conversation.phase.name).toBe('waiting')
  await page.reload()
  await page.locator('.bar').waitFor()
  expect(await page.locator('.bar .key').count()).toBe(0)
})

test('the rows are one tab stop', async () => {
  const { page } = inbox
  expect(await page.locator('[data-row][tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('[data-row][tabindex="0"]').getAttribute('data-row')).toBe(
    await focusedRow(page),
  )
})
