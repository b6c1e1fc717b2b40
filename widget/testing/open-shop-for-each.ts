import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser } from '../../server/testing/launch-browser.ts'
import { type OpenedShop, openShop, type ShopOptions } from './open-shop.ts'

/**
 * Before each test of a file a shop's page with its panel open; after it nothing may have gone wrong on
 * the page. What is returned opens one more, of another kind.
 */
export function openShopForEach(
  opened: (shop: OpenedShop) => void,
): (options: ShopOptions) => Promise<OpenedShop> {
  let browser: Browser
  let shops: OpenedShop[] = []

  async function openOne(options: ShopOptions): Promise<OpenedShop> {
    const shop = await openShop(browser, options)
    shops.push(shop)
    await shop.open()
    return shop
  }

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => opened(await openOne({})))
  afterEach(async () => {
    const done = shops
    shops = []
    await Promise.all(done.map((shop) => shop.close()))
    expect(done.flatMap(({ mishaps }) => mishaps)).toEqual([])
  })
  return openOne
}
