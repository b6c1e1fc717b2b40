import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { JACKET, MARTA } from '../server/testing/marlow.ts'
import { CITATIONS, DAMAGE } from './testing/marlow.ts'
import { type OpenedShop, openShop, parts, reply, takeOver } from './testing/open-shop.ts'
import { PRODUCT_DATA, shopPage } from './testing/page-server.ts'

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

/** The whole of what a shopper may do, so that every chunk has come. */
async function useEverything(page: Page): Promise<void> {
  const { shop } = opened
  const { open, panel, ask, thread } = parts(page)
  await open()
  shop.answers.push(DAMAGE)
  await ask('Any damage?')
  await thread.getByRole('button', { name: 'Source 1, Notes on MRL-0412' }).click()
  await thread.getByText('Holds well.').waitFor()
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await thread.getByText('Marta has been told.').waitFor()
  await expect.poll(() => shop.sockets.count).toBe(1)
  takeOver(shop)
  reply(shop, 'Hello')
  await thread.locator('.words').waitFor()
  await panel.getByRole('button', { name: 'Chat settings' }).click()
  await panel.getByRole('radio', { name: 'Larger' }).waitFor()
}

describe('a strict policy', () => {
  it('with nonces and no Trusted Types at all leaves it working and styled', async () => {
    opened = await openShop(browser, {
      config: { theme: { scheme: 'auto', accent: '#f2c94c' } },
      pages: (origin) => ({
        '/strict': {
          html: shopPage(origin, { nonce: 'abc', head: PRODUCT_DATA }),
          headers: {
            'content-security-policy': [
              "default-src 'none'",
              "script-src 'nonce-abc' 'strict-dynamic'",
              "style-src 'nonce-abc'",
              `connect-src ${origin} ${origin.replace('http', 'ws')}`,
              'img-src data:',
              "base-uri 'none'",
              "require-trusted-types-for 'script'",
              "trusted-types 'none'",
            ].join('; '),
          },
        },
      }),
    })
    const { page, site, panel } = opened
    await page.goto(`${site.origin}/strict`)
    await useEverything(page)
    const box = await panel.boundingBox()
    expect(box).toMatchObject({ width: 400, height: 680 })
    const look = await panel.evaluate((element) => {
      const send = element.querySelector('.mine p')
      return [
        getComputedStyle(element).borderRadius,
        send && getComputedStyle(send).backgroundColor,
      ]
    })
    expect(look).toEqual(['14px', 'rgb(33, 28, 22)'])
  })
})

describe('a page’s own CSS', () => {
  const HOSTILE = `<style>
    * { all: unset !important; display: block !important; box-sizing: content-box !important;
        font: italic 40px/3 serif !important; color: red !important; background: lime !important;
        border: 9px solid red !important; margin: 20px !important; opacity: 0.5 !important; }
    :root { --surface: red; --acc: red; --ink: red; --target: 90px; letter-spacing: 1em; direction: ltr; }
    button, textarea, input { width: 10px !important; height: 90px !important; }
    [hidden], .panel, .launcher, .row, .mine { display: none !important; }
  </style>`

  it('changes nothing: every element stands and looks as on a page without any', async () => {
    opened = await openShop(browser, {
      pages: (origin) => ({
        '/hostile': { html: shopPage(origin, { head: PRODUCT_DATA + HOSTILE }) },
      }),
    })
    const { page, site } = opened
    const measure = async () => {
      const { open, ask, thread, panel } = parts(page)
      await open()
      opened.shop.answers.push(DAMAGE)
      await ask('Any damage?')
      await thread.getByText('Did this answer it?').waitFor()
      await thread.getByRole('button', { name: 'Source 1, Notes on MRL-0412' }).click()
      await thread.getByText('Holds well.').waitFor()
      await thread.getByText('Notes on MRL-0412 › Condition').waitFor()
      await thread.evaluate((box) => {
        box.scrollTop = 0
      })
      return panel.evaluate((element) =>
        [element, ...element.querySelectorAll('*')].map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect()
          const { color, backgroundColor, fontSize, lineHeight, opacity, letterSpacing } =
            getComputedStyle(one)
          return [
            one.tagName,
            x,
            y,
            width,
            height,
            color,
            backgroundColor,
            fontSize,
            lineHeight,
            opacity,
            letterSpacing,
          ].join(' ')
        }),
      )
    }
    const clean = await measure()
    await page.evaluate(() => localStorage.clear())
    await page.goto(`${site.origin}/hostile`)
    const hostile = await measure()
    expect(clean.length).toBeGreaterThan(60)
    expect(hostile).toEqual(clean)
  })
})

it('lies above whatever a page puts on top', async () => {
  const cover = '<div style="position:fixed;inset:0;z-index:2147483647;background:#fffc"></div>'
  opened = await openShop(browser, { page: { body: cover } })
  await opened.launcher.waitFor()
  await opened.page.evaluate(() => window.Counterbell?.('open'))
  await opened.composer.click()
  await opened.panel.getByRole('button', { name: 'Close chat' }).click()
  await opened.panel.waitFor({ state: 'detached' })
})

describe('the rest of the page', () => {
  it('hears nothing of what is typed in the panel', async () => {
    opened = await openShop(browser, {
      page: {
        body: `<script>window.keys=[];for(const type of ['keydown','keyup','keypress'])
          document.addEventListener(type,(event)=>keys.push(event.key))</script>`,
      },
    })
    const { page, open, composer } = opened
    await open()
    await composer.pressSequentially('/ask?')
    expect(await page.evaluate(() => Reflect.get(window, 'keys'))).toEqual([])
    expect(await composer.inputValue()).toBe('/ask?')
  })

  it('is not read: no field, no key, nothing sent elsewhere, also where cards are typed', async () => {
    opened = await openShop(browser, {
      page: {
        body: '<form><input name="card" value="4111111111111111"><input name="name"></form>',
        head: `<script>
          window.touched=[];
          const value=Object.getOwnPropertyDescriptor(HTMLInputElement.prototype,'value');
          Object.defineProperty(HTMLInputElement.prototype,'value',{...value,get(){touched.push('read '+this.name);return value.get.call(this)}});
          const add=EventTarget.prototype.addEventListener;
          EventTarget.prototype.addEventListener=function(type,...rest){
            if(/^(key|input|change|paste|submit|message)/.test(type)&&!this.closest?.('counterbell-chat')&&!(this.getRootNode?.() instanceof ShadowRoot)&&(this===window||this===document||this.isConnected))touched.push('listens to '+type);
            return add.call(this,type,...rest)};
        </script>`,
      },
    })
    const { page, shop, site } = opened
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const { origin } = new URL(request.url())
      if (origin !== shop.origin && origin !== site.origin && !request.url().startsWith('data:'))
        elsewhere.push(request.url())
    })
    await useEverything(page)
    expect(await page.evaluate(() => Reflect.get(window, 'touched'))).toEqual([])
    expect(elsewhere).toEqual([])
  })

  it('cannot steer it by messages to the window', async () => {
    opened = await openShop(browser)
    const { page, open, panel } = opened
    await open()
    const before = await panel.innerText()
    await page.evaluate(() => {
      for (let n = 0; n < 1000; n++)
        window.postMessage(
          { type: ['open', 'close', 'reset', 'event'][n % 4], n, token: 'vt_x' },
          '*',
        )
    })
    await page.waitForTimeout(100)
    expect(await panel.innerText()).toBe(before)
  })
})

it('draws whatever was written as text: in messages, names, titles, citations and items', async () => {
  opened = await openShop(browser)
  const { page, shop, open, panel, ask, thread } = opened
  const payload = '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'
  const [citation] = CITATIONS
  if (!citation) throw new Error('unreachable')
  await open()
  shop.answers.push({
    text: `${payload} [x](javascript:window.pwned=1) [1]`,
    citations: [{ ...citation, title: payload, quote: payload, url: 'javascript:window.pwned=1' }],
    items: [{ ...JACKET, title: payload, code: payload, url: 'javascript:window.pwned=1' }],
  })
  shop.passages.length = 0
  await ask(payload)
  await thread.getByRole('button', { name: 'Source 1' }).click()
  await thread.getByText('The note has changed since.').waitFor()
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await thread.getByText('Marta has been told.').waitFor()
  const evil = { ...MARTA, name: payload }
  shop.only().append({
    type: 'conversation.taken_over',
    author: { kind: 'teammate', ...evil },
    teammate: evil,
  })
  reply(shop, payload)
  await thread.locator('.words').waitFor()
  const drawn = await page.evaluate(() => {
    const root = document.querySelector('counterbell-chat')?.shadowRoot
    return {
      pwned: Reflect.get(window, 'pwned'),
      scripts: root?.querySelectorAll('script,iframe,object').length,
      images: [...(root?.querySelectorAll('img') ?? [])].filter(
        (image) => image.onerror || image.getAttribute('src') === 'x',
      ).length,
      links: [...(root?.querySelectorAll('a') ?? [])].map((link) => link.protocol),
    }
  })
  expect(drawn).toEqual({ pwned: undefined, scripts: 0, images: 0, links: [] })
})

it('draws nothing of what a server sends in place of text', async () => {
  opened = await openShop(browser)
  const { page, shop, open, ask, thread, panel } = opened
  // Looks like an element of the panel's own making, and is none: it came as JSON.
  const forged = {
    type: 'div',
    props: { dangerouslySetInnerHTML: { __html: '<img src=x onerror="window.pwned=1">' } },
    __v: 1,
  } as unknown as string
  const [citation] = CITATIONS
  if (!citation) throw new Error('unreachable')
  await open()
  shop.answers.push({
    text: 'Plain.',
    citations: [{ ...citation, title: forged, quote: forged }],
    items: [{ ...JACKET, title: forged, code: forged, url: forged, image: forged }],
  })
  await ask('Any damage?')
  await thread.getByText('Plain.').waitFor()
  await thread.locator('.item').waitFor()
  await panel.getByRole('button', { name: 'Talk to a person' }).click()
  await thread.getByText('Marta has been told.').waitFor()
  takeOver(shop)
  reply(shop, forged)
  await thread.getByText('[object Object]').last().waitFor()
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined()
  expect(await thread.locator('img[src=x]').count()).toBe(0)
})
