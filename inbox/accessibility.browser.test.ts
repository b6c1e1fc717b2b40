import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { IVO } from './testing/marlow.ts'
import { type OpenedInbox, openConversation, openDoor, openInbox } from './testing/open-inbox.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** What axe finds serious or critical, as `rule: selector`. */
async function seriousIn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}`))
  })
}

/** `inList`: the state begins at a row of the list, which a phone does not show beside a thread. */
type State = { name: string; inList?: true; reach: (inbox: OpenedInbox) => Promise<unknown> }
const STATES: State[] = [
  { name: 'a list with nothing open', reach: async () => {} },
  {
    name: 'somebody who waits',
    inList: true,
    reach: (inbox) => openConversation(inbox, inbox.day.jacket.id),
  },
  {
    name: 'why the assistant was not sure, and a source',
    async reach({ page }) {
      await page.getByText('Why').first().click()
      await page.getByRole('button', { name: 'Source 2' }).first().click()
    },
  },
  {
    name: 'a reply being written',
    async reach({ page, server, day }) {
      await page.getByRole('button', { name: /^Take over/ }).click()
      await page.getByLabel('Reply', { exact: true }).fill('Hello')
      server.rooms.sendTo(day.jacket.id, { type: 'typing', on: true, from: { role: 'visitor' } })
      await page.getByText('The visitor is typing').waitFor()
    },
  },
  {
    name: 'a note being written',
    reach: ({ page }) => page.getByRole('button', { name: /^Note/ }).click(),
  },
  {
    name: 'a reply that was not sent',
    async reach({ page, server }) {
      await page.getByRole('button', { name: /^Reply/ }).click()
      server.interceptWith((call) => (call.path.endsWith('/replies') ? 'drop' : null))
      await page.getByLabel('Reply', { exact: true }).press('Enter')
      await page.getByLabel('Reply', { exact: true }).fill('Hello?')
      await page.getByRole('button', { name: /^Send/ }).click()
      await page.getByText('Not sent yet.').first().waitFor()
      server.interceptWith(() => null)
    },
  },
  {
    name: 'a colleague who was first',
    inList: true,
    async reach(inbox) {
      const { page, day } = inbox
      await openConversation(inbox, day.chair.id)
      inbox.server.interceptWith((call) => {
        if (!call.path.endsWith('/takeover')) return null
        inbox.server.interceptWith(() => null)
        day.chair.takenBy(IVO)
        return null
      })
      await page.getByRole('button', { name: /^Take over/ }).click()
      await page.getByText('a moment before you').waitFor()
    },
  },
  {
    name: 'an answer that streams',
    inList: true,
    async reach(inbox) {
      const { lamp } = inbox.day
      inbox.server.rooms.stream(lamp.id, lamp.question(), ['The enamel [1] is '])
      await openConversation(inbox, lamp.id)
      await inbox.page.getByText('is writing').last().waitFor()
    },
  },
  {
    name: 'the menus',
    async reach({ page }) {
      await page.getByRole('button', { name: 'More actions' }).click()
    },
  },
  {
    name: 'a view that is empty',
    async reach({ page }) {
      await page.goto(`${page.url().split('#')[0]}#/resolved`)
      await page.getByText('Nothing has been resolved yet.').waitFor()
    },
  },
]

for (const theme of ['light', 'dark'] as const) {
  for (const size of ['desk', 'phone'] as const) {
    test(`axe finds nothing serious in any state, ${size}, ${theme}`, async () => {
      const inbox = await openInbox(browser, { size, theme })
      for (const { name, inList, reach } of STATES) {
        if (size === 'phone' && inList) await inbox.page.goto(`${inbox.server.inboxUrl}#/all`)
        await reach(inbox)
        expect([name, await seriousIn(inbox.page)]).toEqual([name, []])
      }
      await inbox.close()
    })
  }

  test(`axe finds nothing serious at the door, ${theme}`, async () => {
    const { page, server, close } = await openDoor(browser, { theme })
    await page.getByLabel('Email').waitFor()
    expect(await seriousIn(page)).toEqual([])
    await page.goto('about:blank')
    await page.goto(`${server.inboxUrl}#link=a-link-that-was-spent-long-ago-123`)
    await page.getByLabel('Choose a password').fill('three brass bells')
    await page.getByRole('button', { name: 'Set password and come in' }).click()
    await page.getByRole('alert').waitFor()
    expect(await seriousIn(page)).toEqual([])
    await close()
  })
}

test('axe finds nothing serious in the sheet of keys', async () => {
  const { page, close } = await openInbox(browser)
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await seriousIn(page)).toEqual([])
  await close()
})

declare global {
  interface Window {
    axe: typeof axe
  }
}
