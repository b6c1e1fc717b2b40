import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../server/testing/launch-browser.ts'
import { DAMAGE } from '../testing/marlow.ts'
import { type OpenedShop, openShop, parts, reply, takeOver } from '../testing/open-shop.ts'

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

const messages = (page: Page) =>
  parts(page).thread.locator('.mine p, .said p, .words').allInnerTexts()
const posts = () =>
  opened.shop.requests.filter((request) => /^POST .*(conversations|messages)$/.test(request))

describe('the thread is whole', () => {
  it('after a reload in mid-answer, which goes on', async () => {
    const { shop, ask, thread, page } = opened
    shop.answers.push({ ...DAMAGE, holdAfter: 12 })
    await ask('Any damage?')
    await thread.getByText('one small mend').waitFor()
    await page.reload()
    await thread.getByText('one small mend').waitFor()
    shop.release()
    await thread.getByText('nothing that weakens it').waitFor()
    expect(await thread.locator('.mine').count()).toBe(1)
    expect(await thread.locator('.answer').count()).toBe(1)
  })

  it('on the shop’s next page, where the panel is open as before, without taking focus', async () => {
    const { ask, thread, page, site, panel } = opened
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    const before = await messages(page)
    await page.goto(`${site.origin}/other`)
    await panel.waitFor()
    await expect.poll(() => messages(page)).toEqual(before)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  })

  it('on the next page of a phone, where a full sheet stays closed until it is wanted', async () => {
    await opened.close()
    opened = await openShop(browser, { size: 'phone' })
    const { open, ask, thread, page, site, panel, launcher } = opened
    await open()
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await page.goto(`${site.origin}/other`)
    await launcher.waitFor()
    await page.waitForLoadState('networkidle')
    expect(await panel.count()).toBe(0)
    await launcher.click()
    await thread.getByText('I don’t have that').waitFor()
  })

  it('in a second tab, in both directions, and over a page change in one', async () => {
    const { ask, thread, shop, context, site, page } = opened
    const second = await context.newPage()
    await second.goto(site.origin)
    const other = parts(second)
    await other.open()
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await expect.poll(() => messages(second)).toEqual(await messages(page))
    await other.ask('From the other tab')
    await expect.poll(() => messages(page)).toEqual(await messages(second))
    expect((await messages(page)).filter((text) => text === 'From the other tab').length).toBe(1)
    expect(shop.logs.size).toBe(1)
  })

  it('after everything else was told twice and late', async () => {
    const { shop, panel, thread, page } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    await expect.poll(() => shop.sockets.count).toBe(1)
    const log = shop.only()
    const listeners = [...log.listeners]
    log.listeners.clear()
    takeOver(shop)
    for (const text of ['one', 'two', 'three']) reply(shop, text)
    const missed = log.events.slice(-4)
    for (const event of [...missed.toReversed(), ...missed])
      for (const listener of listeners) listener({ type: 'event', event })
    await expect.poll(() => messages(page)).toEqual(['one', 'two', 'three'])
    await thread.getByText(/Marta is here/).waitFor()
  })
})

describe('an unsent text', () => {
  it('is kept while there is no connection, over a reload, and goes once', async () => {
    const { shop, ask, panel, thread, page, composer } = opened
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    shop.faults.push({ path: /conversations/, status: 'cut', times: 1000 })
    await ask('Would it fit over a jumper?')
    await thread.getByText('Not sent yet. It is kept here.').waitFor()
    await panel.getByText(/No connection. Trying again in \d+ s./).waitFor()
    await panel.locator('header').getByText('No connection').waitFor()
    await composer.fill('and a draft')
    await page.reload()
    await thread.getByText('Would it fit over a jumper?').waitFor()
    expect(await composer.inputValue()).toBe('and a draft')
    shop.faults.length = 0
    await panel
      .getByRole('button', { name: 'Try now' })
      .or(panel.getByRole('button', { name: 'Tap to try again' }))
      .first()
      .click()
    await thread.locator('.unsent').waitFor({ state: 'detached' })
    await expect.poll(async () => (await messages(page)).length).toBe(4)
    expect(
      shop.only().events.filter((event) => JSON.stringify(event).includes('jumper')).length,
    ).toBe(1)
  })

  it('as the first act, with nothing loaded yet of what draws a thread, is on screen and goes', async () => {
    const { shop, ask, panel, page } = opened
    shop.faults.push({ path: /open-wire|thread-list|conversations/, status: 'cut', times: 1000 })
    await ask('Hello?')
    await panel.locator('.unsent').getByText('Hello?').waitFor()
    await panel
      .getByText(/No connection/)
      .first()
      .waitFor()
    shop.faults.length = 0
    await parts(page).thread.getByText('I don’t have that').waitFor()
    expect(shop.logs.size).toBe(1)
  })

  it('is no second message when only the reply was lost', async () => {
    const { shop, ask, thread, page } = opened
    shop.faults.push({
      path: /conversations$/,
      method: 'POST',
      status: 'cut',
      times: 1,
      after: true,
    })
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    expect(posts().length).toBe(2)
    expect(shop.logs.size).toBe(1)
    expect((await messages(page)).length).toBe(2)
  })

  it('waits as long as the server says when it was too quick, and goes by itself', async () => {
    const { shop, ask, panel, thread } = opened
    shop.faults.push({
      path: /conversations$/,
      method: 'POST',
      status: 429,
      code: 'rate_limited',
      retryAfter: 2,
      times: 1,
    })
    await ask('Any damage?')
    await panel.getByText(/That was quick. It goes out by itself in \d s./).waitFor()
    await thread.getByText('Any damage?').waitFor()
    await thread.getByText('I don’t have that').waitFor()
  })

  it('begins a new conversation when the server does not know the token any more', async () => {
    const { shop, ask, thread, page } = opened
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    shop.logs.clear()
    await ask('Still there?')
    await expect
      .poll(() => messages(page))
      .toEqual(['Still there?', 'I don’t have that in the shop’s notes.'])
    expect(shop.logs.size).toBe(1)
  })

  it('that the server refuses for good can be taken back', async () => {
    const { shop, ask, thread, composer, panel } = opened
    shop.faults.push({
      path: /conversations$/,
      method: 'POST',
      status: 400,
      code: 'message_malformed',
      times: 1,
    })
    await ask('Broken')
    await thread.getByText('The server does not take this.').waitFor()
    await thread.getByRole('button', { name: 'Take it back' }).click()
    await panel.getByText('What would you like to know?').waitFor()
    expect(await composer.inputValue()).toBe('Broken')
  })
})

describe('whatever the browser allows', () => {
  it('works with sockets blocked, by asking', async () => {
    const { shop, panel, thread } = opened
    shop.sockets.refuse = true
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    takeOver(shop)
    reply(shop, 'Hello there')
    await thread.getByText('Hello there').waitFor()
    expect(shop.sockets.count).toBe(0)
  })

  it('comes back by itself when the rooms were gone', async () => {
    const { shop, panel, thread } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await expect.poll(() => shop.sockets.count).toBe(1)
    shop.sockets.dropAll()
    takeOver(shop)
    reply(shop, 'Said meanwhile')
    await thread.getByText('Said meanwhile').waitFor()
    await expect.poll(() => shop.sockets.count, { timeout: 15_000 }).toBe(1)
  })
})

it('keeps listening behind the launcher on later pages while people hold it, and tells what came', async () => {
  const { shop, panel, page, site, launcher } = opened
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await panel.getByText('Marta has been told.').waitFor()
  await panel.getByRole('button', { name: 'Close chat' }).click()
  await page.goto(`${site.origin}/other`)
  await launcher.waitFor()
  await expect.poll(() => shop.sockets.count).toBe(1)
  takeOver(shop)
  reply(shop, 'Still want it?')
  await page.getByText('Still want it?').waitFor()
})

it('asks once on later pages while the assistant holds it, and has no socket', async () => {
  const { shop, ask, thread, panel, page, site, launcher } = opened
  await ask('Any damage?')
  await thread.getByText('I don’t have that').waitFor()
  await panel.getByRole('button', { name: 'Close chat' }).click()
  shop.requests.length = 0
  await page.goto(`${site.origin}/other`)
  await launcher.waitFor()
  await expect
    .poll(() => shop.requests.filter((one) => one.includes('/events?after=')).length)
    .toBe(1)
  await page.waitForLoadState('networkidle')
  expect(shop.requests.filter((one) => /panel-|POST/.test(one))).toEqual([])
  expect(shop.sockets.count).toBe(0)
})

it('follows the page to another piece without a reload', async () => {
  const { shop, panel, page } = opened
  const [jacket] = shop.items
  if (!jacket) throw new Error('unreachable')
  shop.items.push({ ...jacket, code: 'MRL-0388', title: 'Needlecord blazer' })
  await panel.getByText('Corduroy jacket, 1970s').waitFor()
  await page.evaluate(() => {
    history.pushState({}, '', '/items/MRL-0388')
    const data = document.querySelector('script[type="application/ld+json"]')
    if (data) data.textContent = JSON.stringify({ '@type': 'Product', sku: 'MRL-0388' })
  })
  await panel.getByText('Needlecord blazer').waitFor()
})
