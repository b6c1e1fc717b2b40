import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { handBack, type OpenedShop, openShop, reply, takeOver } from './testing/open-shop.ts'
import { shopPage } from './testing/page-server.ts'

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

describe('before anybody wants it', () => {
  beforeEach(async () => {
    opened = await openShop(browser)
    await opened.launcher.waitFor()
    await opened.page.waitForLoadState('networkidle')
  })

  it('costs one script and one cacheable request of settings', () => {
    expect(opened.shop.requests).toEqual(['GET /widget.js', 'GET /v1/shops/demo/widget'])
  })

  it('stores nothing, loads no font and shifts nothing', async () => {
    const cost = await opened.page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      fonts: document.fonts.size,
      shift: await new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += Reflect.get(entry, 'value')
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 100))
      }),
    }))
    expect(cost).toEqual({ local: 0, session: 0, cookies: '', databases: 0, fonts: 0, shift: 0 })
  })

  it('still stores nothing while it is opened, looked at and closed', async () => {
    await opened.open()
    await opened.composer.fill('typed but not sent')
    await opened.page.getByRole('button', { name: 'Close chat' }).click()
    expect(await opened.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    expect(opened.shop.sockets.count).toBe(0)
    expect(opened.shop.requests.filter((request) => request.startsWith('POST'))).toEqual([])
  })

  it('has the shell in the document when the click returns, and shifts nothing then', async () => {
    const shell = await opened.page.evaluate(() => {
      const root = document.querySelector('counterbell-chat')?.shadowRoot
      root?.querySelector<HTMLElement>('.launcher')?.click()
      const dialog = root?.querySelector('[role=dialog]')
      return {
        label: dialog?.ariaLabel,
        hasFocus: root?.activeElement === dialog,
        text: dialog?.textContent,
      }
    })
    expect(shell.label).toBe('Chat with Marlow')
    expect(shell.hasFocus).toBe(true)
    expect(shell.text).toContain('Marlow')
    await opened.composer.waitFor()
    const shift = await opened.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += Reflect.get(entry, 'value')
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 200)
        }),
    )
    expect(shift).toBe(0)
  })
})

describe('page API', () => {
  it('answers what was called before it came, and tells what happens', async () => {
    opened = await openShop(browser, {
      page: {
        head: `<script>
          window.Counterbell=function(){(Counterbell.q=Counterbell.q||[]).push(arguments)};
          window.heard=[];
          for (const name of ['ready','open','close','unread','message','answer','handoff:requested','error'])
            Counterbell('on', name, (detail) => heard.push([name, detail]));
          Counterbell('ask', 'Is it warm?')
        </script>`,
      },
    })
    const { page, composer } = opened
    await composer.waitFor()
    expect(await composer.inputValue()).toBe('Is it warm?')
    await composer.press('Enter')
    await opened.thread.getByText('I don’t have that').waitFor()
    await page.getByRole('button', { name: 'Talk to a person' }).click()
    await page.getByText('Marta has been told.').waitFor()
    await page.keyboard.press('Escape')
    const heard = await page.evaluate((): [string, { text?: string }][] =>
      Reflect.get(window, 'heard'),
    )
    expect(heard.map(([name]) => name)).toEqual([
      'ready',
      'open',
      'message',
      'answer',
      'handoff:requested',
      'close',
    ])
    expect(heard[2]?.[1]).toMatchObject({ author: 'visitor', text: 'Is it warm?' })
  })

  it('tells of a person: called, come, gone, and of what came while it was closed', async () => {
    opened = await openShop(browser)
    const { page, open, panel, thread, shop } = opened
    await open()
    await page.evaluate(() => {
      const heard: unknown[] = []
      Object.assign(window, { heard })
      for (const name of [
        'handoff:offered',
        'handoff:requested',
        'handoff:accepted',
        'handoff:returned',
        'unread',
      ])
        window.Counterbell?.('on', name, (detail) => heard.push([name, detail]))
    })
    shop.answers.push({ text: 'No idea.', offers: true })
    await opened.ask('Any damage?')
    await thread.getByRole('button', { name: 'Yes, get someone' }).click()
    await thread.getByText('Marta has been told.').waitFor()
    await panel.getByRole('button', { name: 'Close chat' }).click()
    takeOver(shop)
    reply(shop, 'Hello')
    handBack(shop)
    const heard = () => page.evaluate(() => Reflect.get(window, 'heard'))
    await expect.poll(heard).toEqual([
      ['handoff:offered', { reason: 'unsure' }],
      ['handoff:requested', { reason: 'asked' }],
      ['handoff:accepted', { teammate: 'Marta' }],
      ['unread', { count: 1 }],
      ['handoff:returned', { teammate: 'Marta' }],
    ])
  })

  it('opens, closes, toggles, shows and hides, and lets go of everything', async () => {
    opened = await openShop(browser)
    const { page, launcher, panel } = opened
    await launcher.waitFor()
    const call = (...args: string[]) =>
      page.evaluate((call) => Reflect.apply(window.Counterbell as never, null, call), args)
    await call('open')
    await panel.waitFor()
    await call('toggle')
    await panel.waitFor({ state: 'detached' })
    await call('hide')
    await launcher.waitFor({ state: 'hidden' })
    await call('show')
    await launcher.waitFor()
    await call('never heard of this')
    await call('destroy')
    expect(await page.locator('counterbell-chat').count()).toBe(0)
    expect(await page.evaluate(() => typeof window.Counterbell)).toBe('undefined')
  })

  it('asks from any element of the page, without sending', async () => {
    opened = await openShop(browser, {
      page: { body: '<a href="/other" data-counterbell-ask="How does it fit?"><b>Ask</b></a>' },
    })
    await opened.launcher.waitFor()
    await opened.page.getByText('Ask', { exact: true }).click()
    await opened.composer.waitFor()
    expect(await opened.composer.inputValue()).toBe('How does it fit?')
    expect(new URL(opened.page.url()).pathname).toBe('/')
    expect(opened.shop.logs.size).toBe(0)
  })

  it('shows the offer of a person on the page’s wish, and calls one only on the shopper’s', async () => {
    opened = await openShop(browser)
    await opened.launcher.waitFor()
    await opened.page.evaluate(() => window.Counterbell?.('handoff'))
    await opened.page.getByText('Shall I get someone?').waitFor()
    expect(opened.shop.logs.size).toBe(0)
    await opened.page.getByRole('button', { name: 'Yes, get someone' }).click()
    await opened.page.getByText('Marta has been told.').waitFor()
  })
})

it('does nothing for a second tag, but for one line in the console', async () => {
  opened = await openShop(browser, {
    pages: (origin) => {
      const tag = `<script async src="${origin}/widget.js" data-shop="demo"></script>`
      return { '/twice': { html: shopPage(origin, { body: tag }) } }
    },
  })
  const { page, site, launcher } = opened
  const lines: string[] = []
  page.on('console', (message) => lines.push(message.text()))
  await page.goto(`${site.origin}/twice`)
  await launcher.waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.locator('counterbell-chat').count()).toBe(1)
  expect(lines.filter((line) => line.includes('Counterbell'))).toEqual([
    'Counterbell is on this page already.',
  ])
})

it('draws nothing for a shop that does not answer, and says so to whoever listens', async () => {
  const listen = `<script>
    window.Counterbell=function(){(Counterbell.q=Counterbell.q||[]).push(arguments)};
    window.refused=new Promise((resolve) => Counterbell('on', 'error', resolve))
  </script>`
  opened = await openShop(browser, {
    pages: (origin) => ({
      '/broken': { html: shopPage(origin, { head: listen }).replace('"demo"', '"nobody"') },
    }),
  })
  await opened.page.goto(`${opened.site.origin}/broken`)
  const refusal = await opened.page.evaluate(() => Reflect.get(window, 'refused'))
  expect(refusal).toEqual({ code: 'unavailable' })
  expect(await opened.page.locator('counterbell-chat').count()).toBe(0)
})

it('closes again when the panel does not come, and tries anew at the next click', async () => {
  opened = await openShop(browser)
  const { shop, launcher, panel, composer } = opened
  shop.faults.push({ path: /panel-/, status: 'cut', times: 2 })
  await launcher.click()
  await panel.waitFor({ state: 'detached' })
  await launcher.waitFor()
  shop.faults.length = 0
  await launcher.click()
  await composer.waitFor()
})

it.each([
  ['#f2c94c', 'rgb(242, 201, 76)', 0],
  ['#3b5bdb', 'rgb(59, 91, 219)', 100],
])(
  'wears the shop’s colour %s before anything else has come, with a bell that can be seen',
  async (accent, colour, lightness) => {
    opened = await openShop(browser, { config: { theme: { scheme: 'light', accent } } })
    await opened.launcher.waitFor()
    const look = await opened.launcher.evaluate((button) => {
      const { backgroundColor, color } = getComputedStyle(button)
      return [backgroundColor, color]
    })
    expect(look).toEqual([colour, `lch(${lightness} 0 0)`])
  },
)

it('speaks the language of tag, page or shop, with the launcher’s name to match', async () => {
  opened = await openShop(browser, { page: { html: 'lang="de-AT"' } })
  await opened.page.getByRole('button', { name: 'Chat mit Marlow' }).click()
  await opened.page.getByText('Was möchten Sie wissen?').waitFor()
  const languages = opened.shop.requests.filter((request) => /\/(en|de|fr|es)-/.test(request))
  expect(languages.length).toBe(1)
  expect(languages[0]).toContain('/de-')
})
