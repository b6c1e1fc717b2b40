import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DAMAGE } from '../testing/marlow.ts'
import { type OpenedShop, parts, reply, takeOver } from '../testing/open-shop.ts'
import { openShopForEach } from '../testing/open-shop-for-each.ts'

let opened: OpenedShop
const openAnother = openShopForEach((shop) => {
  opened = shop
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
    const { ask, thread, page, site, panel, launcher } = await openAnother({ size: 'phone' })
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await page.goto(`${site.origin}/other`)
    await launcher.waitFor()
    await page.waitForLoadState('networkidle')
    expect(await panel.count()).toBe(0)
    await launcher.click()
    await thread.getByText('I don’t have that').waitFor()
  })

  it('I2: in a second tab, in both directions, and over a page change in one', async () => {
    const { ask, shop, context, site, page } = opened
    const second = await context.newPage()
    await second.goto(site.origin)
    const other = parts(second)
    await other.open()
    shop.answers.push({ text: 'One small mend.' }, { text: 'Graded B+.' })
    const thread = ['Any damage?', 'One small mend.', 'From the other tab', 'Graded B+.']
    await ask('Any damage?')
    await expect.poll(() => messages(second)).toEqual(thread.slice(0, 2))
    await other.ask('From the other tab')
    for (const tab of [page, second]) await expect.poll(() => messages(tab)).toEqual(thread)
    await page.goto(`${site.origin}/other`)
    await expect.poll(() => messages(page)).toEqual(thread)
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

  it('I1, I2: of either of two tabs is kept over a reload, and goes once', async () => {
    const { shop, ask, thread, page, context, site } = opened
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    const second = await context.newPage()
    await second.goto(site.origin)
    const other = parts(second)
    await other.thread.getByText('I don’t have that').waitFor()
    shop.faults.push({ path: /messages$/, status: 'cut', times: 1000 })
    await ask('Written here')
    await thread.locator('.unsent').getByText('Written here').waitFor()
    await other.ask('Written there')
    await other.thread.locator('.unsent').getByText('Written there').waitFor()
    await page.reload()
    await thread.getByText('Written here').waitFor()
    await second.close()
    shop.faults.length = 0
    await thread.locator('.unsent').first().waitFor({ state: 'detached' })
    const said = () => messages(page)
    await expect.poll(async () => (await said()).length).toBe(6)
    expect((await said()).filter((text) => text.startsWith('Written')).sort()).toEqual([
      'Written here',
      'Written there',
    ])
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

it('L3: a thumb whose reply was lost is given once', async () => {
  const { shop, ask, thread, page } = opened
  shop.answers.push(DAMAGE)
  await ask('Any damage?')
  const lose = async (route: Route) => {
    await route.fetch()
    await route.abort()
  }
  // Carried out, and the reply does not come. A cut connection would be tried again by the browser itself.
  await page.route(/\/rating$/, lose, { times: 1 })
  const isTold = page.waitForResponse(/\/rating$/)
  await thread.getByRole('button', { name: 'Yes, it did' }).click()
  await isTold
  const rated = shop.only().events.filter(({ type }) => type === 'message.rated')
  expect(rated.length).toBe(1)
})

it('an answer to what was left behind by starting over changes nothing here', async () => {
  const { shop, ask, thread, page, panel } = opened
  shop.answers.push({ ...DAMAGE, holdAfter: 12 })
  await ask('Any damage?')
  await thread.getByText('one small mend').waitFor()
  await panel.getByRole('button', { name: 'Chat settings' }).click()
  await panel.getByRole('button', { name: 'Start over' }).click()
  await panel.getByRole('button', { name: 'Yes, start over' }).click()
  await ask('Hello again')
  await thread.getByText('I don’t have that').waitFor()
  const [left] = shop.logs.values()
  shop.release()
  await expect.poll(() => left?.listeners.size).toBe(0)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  const kept = await page.evaluate(() => localStorage.getItem('cb:demo:conversation'))
  expect(kept).toContain(shop.only().conversation.id)
  expect(await messages(page)).toEqual(['Hello again', 'I don’t have that in the shop’s notes.'])
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
