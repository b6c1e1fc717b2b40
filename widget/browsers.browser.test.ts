import type { Browser } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { MARTA } from '../server/testing/marlow.ts'
import { type OpenedShop, openShop, parts, reply, takeOver } from './testing/open-shop.ts'

let browser: Browser | undefined
let opened: OpenedShop
afterEach(async () => {
  expect(opened.mishaps).toEqual([])
  await opened.close()
  await browser?.close()
})

describe('a browser with storage blocked', () => {
  it('keeps the conversation as long as the page stands', async () => {
    browser = await launchBrowser()
    opened = await openShop(browser)
    await opened.context.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError')
          },
        })
    })
    const { page, open, ask, thread, panel, shop, launcher } = opened
    await page.reload()
    await open()
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await page.keyboard.press('Escape')
    await launcher.click()
    await thread.getByText('Any damage?').waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    expect(shop.logs.size).toBe(1)
  })
})

describe('a shop on plain http', () => {
  it('works without randomUUID and subtle', async () => {
    browser = await launchBrowser(['--host-resolver-rules=MAP marlow.test 127.0.0.1'])
    opened = await openShop(browser)
    const { page, site, open, ask, thread, panel, shop } = opened
    await page.goto(site.origin.replace('127.0.0.1', 'marlow.test'))
    expect(
      await page.evaluate(() => [isSecureContext, typeof crypto.randomUUID, typeof crypto.subtle]),
    ).toEqual([false, 'undefined', 'undefined'])
    await open()
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await expect.poll(() => shop.sockets.count).toBe(1)
    takeOver(shop)
    shop.only().tell({ type: 'typing', on: true, from: { role: 'staff', teammate: MARTA } })
    await thread.getByText('Marta is writing').waitFor()
  })
})

describe('back and forward', () => {
  it.each(['closed', 'open', 'live'] as const)(
    'restore the page from the cache with the panel %s',
    async (state) => {
      browser = await launchBrowser([], ['--disable-back-forward-cache'])
      opened = await openShop(browser)
      const { page, site, shop, launcher, open, panel, thread } = opened
      await launcher.waitFor()
      if (state !== 'closed') await open()
      if (state === 'live') {
        await panel.getByRole('button', { name: 'Talk to a person' }).click()
        await thread.getByText('Marta has been told.').waitFor()
        await expect.poll(() => shop.sockets.count).toBe(1)
      }
      await page.evaluate(() => Object.assign(window, { before: true }))
      await page.goto(`${site.origin}/other`)
      await expect.poll(() => page.evaluate(() => document.title)).toBe('Corduroy jacket')
      if (state === 'live') {
        takeOver(shop)
        reply(shop, 'Said while away')
      }
      await page.goBack({ waitUntil: 'commit' })
      await expect.poll(() => page.evaluate(() => Reflect.get(window, 'before'))).toBe(true)
      expect(await page.locator('counterbell-chat').count()).toBe(1)
      if (state === 'closed') await parts(page).open()
      if (state === 'live') await thread.getByText('Said while away').waitFor()
      await parts(page).composer.waitFor()
    },
  )
})
