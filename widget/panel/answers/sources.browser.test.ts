import { expect, it } from 'vitest'
import { DAMAGE, NOTES } from '../../testing/marlow.ts'
import type { OpenedShop } from '../../testing/open-shop.ts'
import { openShopForEach } from '../../testing/open-shop-for-each.ts'

const ROW = `${'Price: £128\n'.repeat(12)}Condition notes: ${NOTES.text}`

let opened: OpenedShop
openShopForEach((shop) => {
  opened = shop
})

/** Whether all of it can be seen in the thread. */
function isSeen(selector: string): Promise<boolean> {
  return opened.thread.evaluate((thread, wanted) => {
    const part = thread.querySelector(wanted)?.getBoundingClientRect()
    const { top, bottom } = thread.getBoundingClientRect()
    return part !== undefined && part.top >= top && part.bottom <= bottom
  }, selector)
}

async function openSource(text: string): Promise<void> {
  const { shop, ask, thread } = opened
  shop.passages.splice(0, 1, { ...NOTES, text })
  shop.answers.push({ ...DAMAGE, text: `${'Some words come first. '.repeat(20)}${DAMAGE.text}` })
  await ask('Any damage?')
  await thread.getByText('Did this answer it?').waitFor()
  await thread.getByRole('button', { name: 'Source 1, Notes on MRL-0412' }).click()
  await thread.getByText('Notes on MRL-0412 › Condition').waitFor()
}

it('brings a source’s head and the words that were used into view', async () => {
  await openSource(ROW)
  await expect.poll(() => isSeen('[data-source="1"] mark')).toBe(true)
  expect(await isSeen('[data-source="1"] summary')).toBe(true)
})

it('begins a long passage at the line of the used words; what stands before can be opened', async () => {
  const { thread } = opened
  await openSource(ROW)
  const quote = thread.locator('[data-source="1"] blockquote')
  const lines = async () => (await quote.innerText()).split('\n').filter(Boolean)
  expect((await lines()).slice(0, 2)).toEqual([
    'Earlier in the note',
    `Condition notes: ${NOTES.text}`,
  ])
  await quote.getByText('Earlier in the note').press('Enter')
  await expect.poll(async () => (await lines()).length).toBeGreaterThan(12)
  expect(await quote.textContent()).toContain(ROW)
})

it('shows a short passage whole', async () => {
  await openSource(NOTES.text)
  const quote = opened.thread.locator('[data-source="1"] blockquote')
  expect(await quote.textContent()).toContain(NOTES.text)
  expect(await quote.locator('summary').count()).toBe(0)
})
