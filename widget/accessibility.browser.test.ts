import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { JACKET, MARTA } from '../server/testing/marlow.ts'
import { seriousViolations } from './testing/check-accessibility.ts'
import { DAMAGE } from './testing/marlow.ts'
import { handBack, type OpenedShop, openShop, reply, takeOver } from './testing/open-shop.ts'

let browser: Browser
let opened: OpenedShop
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
afterEach(async () => {
  expect(opened.mishaps).toEqual([])
  await opened.close()
})

/** Each state that a shopper may see, one after the other; `look` is called in each. */
async function walkStates(look: (state: string) => Promise<void>): Promise<void> {
  const { shop, page, launcher, open, panel, thread, ask, composer } = opened
  await launcher.waitFor()
  await look('closed')
  await open()
  await panel.getByText('Corduroy jacket, 1970s').waitFor()
  await look('open')
  shop.answers.push({
    ...DAMAGE,
    items: [JACKET, { ...JACKET, code: 'X', status: 'sold' }],
    holdAfter: 12,
  })
  await ask('Any damage?')
  await thread.getByText('one small mend').waitFor()
  await look('streaming')
  shop.release()
  await thread.getByText('Did this answer it?').waitFor()
  await look('answer')
  shop.answers.push({ text: 'I don’t have that.', offers: true })
  await ask('Is the lining original?')
  await thread.getByText('Shall I get someone?').waitFor()
  await look('unsure')
  shop.around.length = 0
  await thread.getByRole('button', { name: 'Yes, get someone' }).click()
  await thread.getByRole('button', { name: 'Leave it with the team' }).click()
  await thread.getByText('Write an address such as').waitFor()
  await look('away')
  takeOver(shop)
  reply(shop, 'Hello there.')
  shop.only().tell({ type: 'typing', on: true, from: { role: 'staff', teammate: MARTA } })
  await thread.getByText('Hello there.').waitFor()
  await look('person')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  reply(shop, 'It is yours until Saturday.')
  await page.getByText('It is yours until Saturday.').waitFor()
  await look('unread')
  await launcher.click()
  handBack(shop)
  await thread.getByText(/handed back/).waitFor()
  await look('returned')
  await panel.getByRole('button', { name: 'Chat settings' }).click()
  await panel.getByRole('radio', { name: 'Larger' }).waitFor()
  await look('menu')
  await page.keyboard.press('Escape')
  shop.faults.push({ path: /conversations/, status: 'cut', times: 1000 })
  await composer.fill('Not sent')
  await composer.press('Enter')
  await thread.getByText('Not sent yet. It is kept here.').waitFor()
  await look('offline')
}

describe.each(['desk', 'phone'] as const)('on a %s', (size) => {
  it.each(['light', 'dark'] as const)(
    'axe finds nothing serious in any state, %s',
    async (scheme) => {
      opened = await openShop(browser, {
        size,
        config: { theme: { scheme, ...(scheme === 'dark' && { accent: '#f2c94c' }) } },
        context: { reducedMotion: 'reduce' },
      })
      const found: string[] = []
      await walkStates(async (state) => {
        found.push(...(await seriousViolations(opened.page)).map((line) => `${state}: ${line}`))
      })
      expect(found).toEqual([])
    },
  )

  it('targets are large enough to hit: 24 px, on a phone 44', async () => {
    opened = await openShop(browser, { size })
    const atLeast = size === 'phone' ? 44 : 24
    const small: string[] = []
    await walkStates(async (state) => {
      const found = await opened.page.evaluate((limit) => {
        const root = document.querySelector('counterbell-chat')?.shadowRoot
        // Links and marks within a sentence are excepted (WCAG 2.5.8); marks have a larger area around.
        return [
          ...(root?.querySelectorAll('button:not(.cite),summary,input,textarea') ?? []),
        ].flatMap((target) => {
          const { width, height } = target.getBoundingClientRect()
          // A page that scrolls by parts of a pixel measures 44 as 43.99997.
          return width && Math.min(width, height) < limit - 0.01
            ? [`${target.className} ${width}x${height}`]
            : []
        })
      }, atLeast)
      small.push(...found.map((line) => `${state}: ${line}`))
    })
    expect(small).toEqual([])
  })
})

it('fits 320 px at the largest text, in every state, and no field makes a phone zoom', async () => {
  opened = await openShop(browser, {
    size: 'phone',
    context: { viewport: { width: 320, height: 568 } },
  })
  await opened.page.evaluate(() => localStorage.setItem('cb:demo:size', '2'))
  const wide: string[] = []
  await walkStates(async (state) => {
    const found = await opened.page.evaluate(() => {
      const root = document.querySelector('counterbell-chat')?.shadowRoot
      const fields = [...(root?.querySelectorAll('input,textarea') ?? [])]
      return [
        ...[...(root?.querySelectorAll('.panel, .panel *') ?? [])]
          .filter((one) => {
            const { right, left, width } = one.getBoundingClientRect()
            return width > 1 && (right > innerWidth + 0.5 || left < -0.5)
          })
          .map((one) => `${one.tagName}.${one.getAttribute('class')} is too wide`),
        ...fields
          .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
          .map((field) => `${field.tagName} below 16 px`),
      ]
    })
    wide.push(...found.map((line) => `${state}: ${line}`))
  })
  expect(wide).toEqual([])
})

describe('the keyboard', () => {
  it('opens into the composer, closes with Escape and returns to where it came from', async () => {
    opened = await openShop(browser)
    const { page, launcher, composer, panel } = opened
    await launcher.waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await composer.waitFor()
    await expect.poll(() => composer.evaluate((field) => field.matches(':focus'))).toBe(true)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await launcher.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  it('returns to the page’s own button that asked', async () => {
    opened = await openShop(browser, {
      page: { body: '<button id="ask" data-counterbell-ask="How does it fit?">Ask</button>' },
    })
    const { page, launcher, composer } = opened
    await launcher.waitFor()
    await page.locator('#ask').focus()
    await page.keyboard.press('Enter')
    await composer.waitFor()
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask')
  })

  it('reaches and works everything: chip, suggestion, source, thumb, menu', async () => {
    opened = await openShop(browser)
    const { page, shop, open, thread, panel } = opened
    await open()
    shop.answers.push(DAMAGE)
    const focused = () =>
      page.evaluate(() => {
        const active = document.querySelector('counterbell-chat')?.shadowRoot?.activeElement
        return active?.ariaLabel || active?.textContent || active?.tagName || ''
      })
    const tabTo = async (wanted: string) => {
      for (let n = 0; n < 30 && !(await focused()).includes(wanted); n++)
        await page.keyboard.press('Shift+Tab')
      expect(await focused()).toContain(wanted)
    }
    await tabTo('Is there any damage?')
    await page.keyboard.press('Enter')
    await thread.getByText('Did this answer it?').waitFor()
    await tabTo('Source 2')
    await page.keyboard.press('Enter')
    expect(await focused()).toContain('Condition guide: B+')
    await page.keyboard.press('Enter')
    await tabTo('Chat settings')
    await page.keyboard.press('Enter')
    await panel.getByRole('radio', { name: 'Larger' }).waitFor()
    await expect.poll(focused).toBe('Normal')
    await page.keyboard.press('Escape')
    await panel.getByRole('radio').first().waitFor({ state: 'detached' })
    expect(await panel.isVisible()).toBe(true)
  })

  it('goes round within a phone’s full sheet, and leaves a desktop’s panel', async () => {
    opened = await openShop(browser, { size: 'phone', page: { body: '<button>Behind</button>' } })
    const { page, open, panel } = opened
    await open()
    expect(await panel.getAttribute('aria-modal')).toBe('true')
    for (let n = 0; n < 25; n++) {
      await page.keyboard.press(n % 5 === 4 ? 'Shift+Tab' : 'Tab')
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('COUNTERBELL-CHAT')
    }
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1280, height: 800 })
    await open()
    expect(await panel.getAttribute('aria-modal')).toBe('false')
    const visited = new Set<string | undefined>()
    for (let n = 0; n < 25; n++) {
      await page.keyboard.press('Tab')
      visited.add(await page.evaluate(() => document.activeElement?.tagName))
    }
    expect(visited.has('BUTTON')).toBe(true)
  })

  it('never loses its place to something that goes away when it is pressed', async () => {
    opened = await openShop(browser)
    const { page, shop, open, panel, thread, ask } = opened
    const isInside = () =>
      page.evaluate(
        () => document.querySelector('counterbell-chat')?.shadowRoot?.activeElement !== null,
      )
    await open()
    await panel.getByRole('button', { name: 'Don’t ask about this piece' }).press('Enter')
    expect(await isInside()).toBe(true)
    shop.answers.push({ text: 'No idea.', offers: true })
    await ask('Any damage?')
    await thread.getByRole('button', { name: 'No, go on' }).press('Enter')
    await thread.getByText('The assistant goes on.').waitFor()
    expect(await isInside()).toBe(true)
    await panel.getByRole('button', { name: 'Talk to a person' }).press('Enter')
    await thread.getByText('Marta has been told.').waitFor()
    expect(await isInside()).toBe(true)
    await thread.getByRole('button', { name: 'Cancel' }).press('Enter')
    await thread.getByText('Cancelled.').waitFor()
    expect(await isInside()).toBe(true)
  })
})

it('tells a screen reader that an answer is coming and of finished messages, once each, and of nothing while they grow', async () => {
  opened = await openShop(browser)
  const { page, shop, open, ask, thread, panel } = opened
  await open()
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const region = document
      .querySelector('counterbell-chat')
      ?.shadowRoot?.querySelector('.announcer')
    if (region)
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes) said.push(node.textContent ?? '')
      }).observe(region, { childList: true })
  })
  const said = () => page.evaluate(() => Reflect.get(window, 'said'))
  shop.answers.push({ ...DAMAGE, text: 'It is warm, and it is of wool.', holdAfter: 4 })
  await ask('Is it warm?')
  await thread.getByText('It is warm, and').waitFor()
  await expect.poll(said).toEqual(['Assistant, writing'])
  expect(await thread.getAttribute('aria-live')).toBe('off')
  shop.release()
  await thread.getByText('Did this answer it?').waitFor()
  const told = ['Assistant, writing', 'Assistant: It is warm, and it is of wool.']
  expect(await said()).toEqual(told)
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await thread.getByText('Marta has been told.').waitFor()
  takeOver(shop)
  reply(shop, 'Hello')
  await expect.poll(said).toEqual([...told, 'Marta: Hello'])
})

it('says before the first answer that an assistant answers, to eyes and to screen readers', async () => {
  opened = await openShop(browser)
  await opened.open()
  const snapshot = await opened.panel.ariaSnapshot()
  expect(snapshot).toContain('An automatic assistant answers first')
  expect(snapshot).toMatch(/heading "Marlow"[\s\S]*Assistant/)
})

describe('reading direction', () => {
  it('mirrors on a page that reads from the right', async () => {
    opened = await openShop(browser, { page: { html: 'lang="ar" dir="rtl"' } })
    const { launcher, open, panel } = opened
    await launcher.waitFor()
    expect((await launcher.boundingBox())?.x).toBe(24)
    await open()
    expect((await panel.boundingBox())?.x).toBe(24)
    const close = await panel.getByRole('button', { name: 'Close chat' }).boundingBox()
    expect(close?.x).toBeLessThan(60)
  })
})

describe('what the shopper’s system asks for', () => {
  it('is heard: dark, forced colours, no motion', async () => {
    opened = await openShop(browser, {
      context: { colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' },
    })
    const { open, panel, ask, thread, page } = opened
    await open()
    await ask('Any damage?')
    await thread.getByText('I don’t have that').waitFor()
    const look = await panel.evaluate((element) => {
      const mine = element.querySelector('.mine p')
      return {
        motion: getComputedStyle(element).animationName,
        border: mine && getComputedStyle(mine).borderStyle,
      }
    })
    expect(look).toEqual({ motion: 'none', border: 'solid' })
    await page.emulateMedia({ forcedColors: 'none' })
    const surface = () => panel.evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await surface()).toBe('rgb(31, 27, 23)')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await surface()).toBe('rgb(255, 255, 255)')
  })

  it('yields to the shop, the page and the tag', async () => {
    opened = await openShop(browser, {
      context: { colorScheme: 'dark' },
      page: { html: 'lang="en" data-theme="light"' },
    })
    await opened.open()
    expect(
      await opened.panel.evaluate((element) => getComputedStyle(element).backgroundColor),
    ).toBe('rgb(255, 255, 255)')
  })
})
