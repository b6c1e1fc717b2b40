import { describe, expect, it } from 'vitest'
import { DAMAGE, NOTES } from '../../testing/marlow.ts'
import { type OpenedShop, reply, takeOver } from '../../testing/open-shop.ts'
import { openShopForEach } from '../../testing/open-shop-for-each.ts'

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
})

describe('the shopper’s place in the thread', () => {
  const top = () =>
    opened.thread.evaluate((box) => {
      const question = [...box.querySelectorAll('.mine p')].at(-1)
      return Math.round(
        (question?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top,
      )
    })

  it('has the new question at the top, where it stays while the answer grows and older ones fold', async () => {
    const { shop, ask, thread } = opened
    shop.answers.push(DAMAGE)
    await ask('Any damage?')
    await thread.getByText('Did this answer it?').waitFor()
    expect(await top()).toBe(16)
    shop.answers.push({ ...DAMAGE, text: DAMAGE.text.repeat(3), holdAfter: 12, offers: true })
    await ask('And now?')
    await thread.locator('.answer').nth(1).getByText('one small mend').waitFor()
    await expect.poll(top).toBe(16)
    shop.release()
    await thread.getByText('Shall I get someone?').waitFor()
    await expect.poll(top).toBe(16)
  })

  it('keeps the new question whole when an opened source above it folds as the answer comes', async () => {
    const { shop, ask, thread } = opened
    shop.passages.splice(0, 1, { ...NOTES, text: `${NOTES.text}\n${'Line by line.\n'.repeat(30)}` })
    shop.answers.push(DAMAGE, { ...DAMAGE, text: 'Yes.[1]' })
    await ask('Any damage?')
    await thread.getByRole('button', { name: 'Source 1, Notes on MRL-0412' }).click()
    await thread.getByText('Line by line.').first().waitFor()
    // The question and its answer come at once.
    shop.faults.push({ path: /messages$/, status: 'cut', times: 1, after: true })
    await ask('And now?')
    await thread.getByText('Yes.').waitFor()
    await thread.getByText('2 sources').first().waitFor()
    await expect.poll(top).toBe(16)
  })

  it('has the second of two questions in a row at the top', async () => {
    const { shop, ask, thread, panel } = opened
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    takeOver(shop)
    await ask('Hello?')
    await ask('Is the lining silk?')
    await thread.locator('.unsent').waitFor({ state: 'detached' })
    await expect.poll(() => thread.locator('.mine p').count()).toBe(2)
    await expect.poll(top).toBe(16)
  })

  it('is left alone while they read further up; one button leads to the newest', async () => {
    const { shop, ask, thread, panel, page } = opened
    shop.answers.push({ text: 'A long answer. '.repeat(120) })
    await ask('Tell me everything')
    await thread.getByText('A long answer.').waitFor()
    // Not cut by the call for a person.
    await expect.poll(() => thread.getAttribute('aria-busy')).toBe('false')
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    await page.waitForLoadState('networkidle')
    await thread.evaluate((box) => {
      box.scrollTop = 100
    })
    takeOver(shop)
    reply(shop, 'I am here.')
    await thread.locator('.words').waitFor({ state: 'attached' })
    expect(await thread.evaluate((box) => box.scrollTop)).toBe(100)
    const button = panel.getByRole('button', { name: 'Newest message' })
    const edge = await thread.evaluate((box) => box.getBoundingClientRect().bottom)
    expect((await button.boundingBox())?.y).toBeGreaterThanOrEqual(edge)
    await button.click()
    await panel.getByRole('button', { name: 'Newest message' }).waitFor({ state: 'detached' })
    const seen = await thread.locator('.words').boundingBox()
    const box = await thread.boundingBox()
    expect(seen && box && seen.y + seen.height <= box.y + box.height).toBe(true)
  })
})
