import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { type OpenedInbox, openConversation, openDoor, signIn } from './testing/open-inbox.ts'
import { SCRIPTED } from './testing/scripted-api.ts'

let browser: Browser
let inbox: OpenedInbox
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  inbox = await openDoor(browser)
})
afterEach(() => inbox.close())

test('a wrong password is refused in words, the right one opens the list', async () => {
  const { page, mishaps } = inbox
  await page.getByLabel('Email').fill(SCRIPTED.email)
  await page.getByLabel('Password').fill('not the one')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('not right')
  await signIn(page)
  await page.getByText('Visitor', { exact: false }).first().waitFor()
  expect(mishaps).toEqual([])
})

test('a one-time link sets name and password, and its token leaves the address bar at once', async () => {
  const { page, server } = inbox
  await page.goto('about:blank')
  await page.goto(`${server.inboxUrl}#link=${SCRIPTED.linkToken}`)
  await page.getByLabel('Your first name').fill('Sanne')
  expect(page.url()).toBe(server.inboxUrl)
  await page.getByLabel('Choose a password').fill('too short')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('12 characters or more').waitFor()
  expect(server.calls.some((call) => call.path === '/session/link')).toBe(false)
  const submit = page.getByRole('button', { name: 'Set password and come in' })
  expect(await submit.getAttribute('aria-disabled')).toBe('true')
  await page.getByLabel('Choose a password').fill('three brass bells')
  await submit.click()
  await page.getByRole('heading', { name: 'Needs a person' }).waitFor()
  const spent = server.calls.find((call) => call.path === '/session/link')
  expect(spent?.body).toEqual({
    token: SCRIPTED.linkToken,
    name: 'Sanne',
    password: 'three brass bells',
  })
  await page.goBack().catch(() => {})
  expect(page.url()).not.toContain(SCRIPTED.linkToken)
})

test('a name that is missing is asked for at its field', async () => {
  const { page, server } = inbox
  await page.goto('about:blank')
  await page.goto(`${server.inboxUrl}#link=${SCRIPTED.linkToken}`)
  await page.getByLabel('Choose a password').fill('three brass bells')
  await page.getByRole('button', { name: 'Set password and come in' }).click()
  const name = page.getByLabel('Your first name')
  await page.locator('.field', { has: name }).getByRole('alert').getByText('Give a name').waitFor()
  expect(await name.getAttribute('aria-invalid')).toBe('true')
})

test('who signs in at one tab need not do so at the other', async () => {
  const { page, context, server } = inbox
  await signIn(page)
  const other = await context.newPage()
  await other.goto(server.inboxUrl)
  await other.locator('[data-row]').first().waitFor()
  server.endSessions()
  await page.reload()
  await page.getByLabel('Email').waitFor()
  await other.reload()
  await other.getByLabel('Email').waitFor()
  await signIn(page)
  await other.locator('[data-row]').first().waitFor()
})

test('a link that was used already says so and leads to the sign-in', async () => {
  const { page, server } = inbox
  await page.goto('about:blank')
  await page.goto(`${server.inboxUrl}#link=a-link-that-was-spent-long-ago-123`)
  await page.getByLabel('Choose a password').fill('three brass bells')
  await page.getByRole('button', { name: 'Set password and come in' }).click()
  await page.getByRole('alert').getByText('was used already').waitFor()
  await page.getByRole('button', { name: 'Sign in instead' }).click()
  await page.getByLabel('Email').waitFor()
})

test('an ended session leads to the sign-in, and what was typed is there afterwards', async () => {
  const { page, server, day } = inbox
  await signIn(page)
  await openConversation(inbox, day.trench.id)
  await page.getByLabel('Reply', { exact: true }).fill('The sleeve is 64 cm')
  server.interceptWith((call) => {
    if (call.path.endsWith('/replies')) server.endSessions()
    return null
  })
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Your session has ended').waitFor()
  server.interceptWith(() => null)
  await signIn(page)
  await page.locator('.message-teammate').getByText('The sleeve is 64 cm').waitFor()
  const sent = day.shop.find(day.trench.id).events.at(-1)
  expect(sent).toMatchObject({ message: { text: 'The sleeve is 64 cm' } })
})

test('signing out closes the door and takes the drafts with it', async () => {
  const { page, day, server } = inbox
  await signIn(page)
  await openConversation(inbox, day.trench.id)
  await page.getByLabel('Reply', { exact: true }).fill('half a thought')
  await page.getByRole('button', { name: 'Marta' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Email').waitFor()
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  expect(server.calls.at(-1)?.method).toBe('DELETE')
})

test('an address that names no shop says so', async () => {
  const { page, server } = inbox
  server.interceptWith(() => ({
    status: 404,
    body: { error: { code: 'shop_not_found', message: 'No such shop.', requestId: 'r' } },
  }))
  await page.reload()
  await page.getByRole('heading', { name: 'No shop here' }).waitFor()
})
