import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { IVO, tellConversation } from './testing/marlow.ts'
import { type OpenedInbox, openConversation, openInbox, until } from './testing/open-inbox.ts'

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

test('a new handoff lights up without a reload: in the list, in the tab’s title, aloud once', async () => {
  const { page, day, server } = inbox
  expect(await page.title()).toBe('(3) Needs a person · Marlow')
  const told = tellConversation(day.shop, { agoMinutes: 0 })
  told.says('Is anybody there?')
  const fetches = server.calls.length
  told.asksForPerson('asked', [])
  await page.locator(`[data-row="${told.id}"]`).getByText('Asked for a person').waitFor()
  await page.waitForFunction(() => document.title === '(4) Needs a person · Marlow')
  await page.getByRole('status').getByText('needs a person').waitFor({ state: 'attached' })
  expect(server.calls.slice(fetches).filter((call) => call.method !== 'GET')).toEqual([])
})

test('the row says that the assistant is writing, and stops saying it', async () => {
  const { page, day, server } = inbox
  const row = page.locator(`[data-row="${day.lamp.id}"]`)
  // Said by the list too: it is asked anew whenever a frame came while it was fetched.
  server.rooms.stream(day.lamp.id, day.lamp.question(), ['The enamel '])
  await row.getByText('The assistant is writing').waitFor()
  day.shop.find(day.lamp.id).live = null
  server.rooms.sendToInbox({ type: 'writing', conversationId: day.lamp.id, on: false })
  await row.getByText('The assistant is writing').waitFor({ state: 'detached' })
})

test('unread is this teammate’s own and goes when the thread was seen', async () => {
  const { page, day } = inbox
  const row = page.locator(`[data-row="${day.jacket.id}"]`)
  await row.getByText('2 new').waitFor()
  await openConversation(inbox, day.jacket.id)
  await row.getByText('2 new').waitFor({ state: 'detached' })
  await until(() => day.shop.find(day.jacket.id).read === 5)
})

test('what is new in one’s own conversations shows on the row, at Mine, and in the title when nobody waits', async () => {
  const { page, day } = inbox
  const mine = page
    .getByRole('navigation', { name: 'Views' })
    .first()
    .getByText('with something new')
  await mine.waitFor({ state: 'attached' })
  await page.locator(`[data-row="${day.trench.id}"]`).getByText('2 new').waitFor()
  for (const told of [day.jacket, day.chair, day.blanket]) told.takenBy(IVO)
  await page.waitForFunction(() => document.title === '(1) New in Mine · Marlow')
  await openConversation(inbox, day.trench.id)
  await page.waitForFunction(() => document.title === 'Inbox · Marlow')
  await mine.waitFor({ state: 'detached' })
})

test('a wait past the promise is said aloud with the minutes that it really took', async () => {
  const said = inbox.page.getByRole('status').getByText(/has waited 1[4-9] minutes/)
  await said.waitFor({ state: 'attached' })
})

test('the views show what their names say', async () => {
  const { page, day } = inbox
  const views = page.getByRole('navigation', { name: 'Views' }).first()
  await views.getByRole('link', { name: /Mine/ }).click()
  await page.locator(`[data-row="${day.trench.id}"]`).waitFor()
  expect(await page.locator('[data-row]').count()).toBe(1)
  await views.getByRole('link', { name: /Resolved/ }).click()
  await page.getByText('Nothing has been resolved yet.').waitFor()
  await views.getByRole('link', { name: /All/ }).click()
  await page.locator(`[data-row="${day.denim.id}"]`).waitFor()
  expect(await page.locator('[data-row]').count()).toBe(8)
})

test('without rooms the list is still told, by asking often, and the socket comes back', async () => {
  const { page, day, server } = inbox
  server.rooms.goDown()
  const told = tellConversation(day.shop, { agoMinutes: 0 })
  told.says('Is anybody there?')
  await page.locator(`[data-row="${told.id}"]`).waitFor()
  server.rooms.comeUp()
  await until(() => server.rooms.openIn('inbox') === 1)
})

test('a lost line is said in one line, and goes when the server answers again', async () => {
  const { page, server, day } = inbox
  server.interceptWith(() => 'drop')
  server.rooms.goDown()
  await page.getByText('No connection. Trying again').waitFor()
  await page.locator(`[data-row="${day.jacket.id}"]`).waitFor()
  server.interceptWith(() => null)
  server.rooms.comeUp()
  await page.getByText('No connection. Trying again').waitFor({ state: 'detached' })
})

test('more than a page is loaded on request', async () => {
  const { page, day } = inbox
  for (let n = 0; n < 60; n++) tellConversation(day.shop, { agoMinutes: n + 60 }).says('Hello')
  await page.reload()
  await page.locator('[data-row]').first().waitFor()
  const before = await page.locator('[data-row]').count()
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.waitForFunction((n) => document.querySelectorAll('[data-row]').length > n, before)
})

test('the clocks of page and server may differ: waits are counted by the server’s', async () => {
  const { page, day } = inbox
  await page.clock.setFixedTime(Date.now() + 3 * 3_600_000)
  await page.reload()
  await page.locator(`[data-row="${day.jacket.id}"]`).getByText('Waiting 14 minutes.').waitFor()
})
