import { expect, it } from 'vitest'
import type { OpenedShop } from '../../testing/open-shop.ts'
import { openShopForEach } from '../../testing/open-shop-for-each.ts'

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
})

it('the first text, written offline, says that it is not sent and is kept', async () => {
  const { context, ask, panel, thread } = opened
  await context.setOffline(true)
  await ask('Any damage?')
  await panel.locator('.unsent').getByText('Not sent yet. It is kept here.').waitFor()
  await context.setOffline(false)
  await thread.getByText('I don’t have that').waitFor()
  expect(await panel.getByText('Not sent yet.').count()).toBe(0)
})

it('a later text, written offline, says so too', async () => {
  const { context, ask, thread } = opened
  await ask('Any damage?')
  await thread.getByText('I don’t have that').waitFor()
  await context.setOffline(true)
  await ask('And the lining?')
  await thread.locator('.unsent').getByText('Not sent yet. It is kept here.').waitFor()
})

it('a text that is slow to go says that it is on its way, and then that the assistant is', async () => {
  const { shop, context, ask, thread } = opened
  await ask('Any damage?')
  await thread.getByText('I don’t have that').waitFor()
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  await context.route(/messages$/, async (route) => {
    await held
    await route.continue()
  })
  shop.answers.push({ text: 'One small mend.', holdAfter: 0 })
  await ask('And the lining?')
  await thread.locator('.unsent').getByText('Sending').waitFor()
  go()
  await thread.getByText('Assistant, writing').waitFor()
  await thread.locator('.unsent').waitFor({ state: 'detached' })
  await thread.locator('.answer .dots').waitFor()
  shop.release()
  await thread.getByText('One small mend.').waitFor()
})

it('names who speaks in each turn, the shopper too', async () => {
  const { ask, thread } = opened
  await ask('Any damage?')
  await thread.getByText('I don’t have that').waitFor()
  expect(await thread.ariaSnapshot()).toMatch(
    /heading "You"[\s\S]*Any damage\?[\s\S]*heading "Assistant"/,
  )
})
