import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningShop, serveShop } from './serve-shop.ts'

const ROOT = dirname(fileURLToPath(import.meta.url))
const COUNTERBELL = 'https://chat.shop.example'
let shop: RunningShop

beforeAll(async () => {
  shop = await serveShop({
    root: ROOT,
    port: 0,
    host: '127.0.0.1',
    counterbellOrigin: COUNTERBELL,
    shopId: 'demo',
  })
})

afterAll(() => shop.close())

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${shop.port}${path}`, init)

/** `fetch` resolves dots in a path before it asks; this does not. */
const statusOf = (path: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: shop.port, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })

const PAGES = [
  '/',
  '/everything',
  '/clothing',
  '/small-things',
  '/house',
  '/everything?era=1930s&colour=Green&max=£70',
  '/everything?colour=none',
  '/items/MRL-0412',
  '/items/MRL-0355',
  '/items/MRL-0371',
  '/items/MRL-0415',
  '/condition-guide',
  '/shipping-and-returns',
  '/care',
  '/questions',
  '/visit',
]

describe('pages', () => {
  test.each(PAGES)('%s has one h1 and the snippet', async (path) => {
    const response = await get(path)
    const page = await response.text()
    expect(response.status).toBe(200)
    expect(page.match(/<h1[ >]/g)).toHaveLength(1)
    expect(page).toMatch(
      /src="https:\/\/chat\.shop\.example\/widget\.js" data-shop="demo"><\/script>/,
    )
    expect(page).not.toMatch(/undefined|\[object|NaN/)
    expect(page).not.toMatch(/ style="/)
  })

  test('an unknown address is told so, with one h1', async () => {
    for (const path of ['/nope', '/items/MRL-9999', '/items/__proto__', '/constructor']) {
      const response = await get(path)
      expect(response.status, path).toBe(404)
      expect((await response.text()).match(/<h1[ >]/g)).toHaveLength(1)
    }
  })

  test('every link and picture of the shop leads somewhere', async () => {
    const pages = await Promise.all(PAGES.map(async (path) => (await get(path)).text()))
    const found = pages.flatMap((page) =>
      [...page.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map((match) => match[1] ?? ''),
    )
    for (const path of new Set(found))
      expect((await get(path.replaceAll('&amp;', '&'))).status, path).toBe(200)
  })

  test('each article says the address that it is shown at', async () => {
    const folder = join(ROOT, 'content')
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
      const text = readFileSync(join(folder, name), 'utf8')
      const path = /^---\nurl: (.+)\n---\n/.exec(text)?.[1] ?? ''
      const heading = /^## (.+)$/m.exec(text)?.[1] ?? ''
      const page = await (await get(path)).text()
      expect(page, `${name} at ${path}`).toContain(heading.replace(/^[A-C][+-]? \((.).*/, ''))
      expect(page, name).not.toContain('url: ')
    }
  })

  test('a filter narrows the list', async () => {
    const cards = async (path: string) =>
      (await (await get(path)).text()).match(/class="card/g)?.length ?? 0
    const all = await cards('/everything')
    const boots = await cards('/everything?category=shoes-and-boots')
    expect(boots).toBeGreaterThan(0)
    expect(boots).toBeLessThan(all)
  })
})

describe('what the widget reads and needs', () => {
  test('JSON-LD names the piece, its price and whether it can be bought', async () => {
    const read = async (code: string) => {
      const page = await (await get(`/items/${code}`)).text()
      const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? ''
      return JSON.parse(json)
    }
    expect(await read('MRL-0412')).toMatchObject({
      '@type': 'Product',
      sku: 'MRL-0412',
      offers: { price: '128.00', priceCurrency: 'GBP', availability: 'https://schema.org/InStock' },
    })
    expect((await read('MRL-0355')).offers.availability).toBe('https://schema.org/SoldOut')
    expect((await read('MRL-0371')).offers.availability).toBe('https://schema.org/Reserved')
  })

  test('the policy names the nonce of the scripts and lets the widget connect', async () => {
    const response = await get('/')
    const policy = response.headers.get('content-security-policy') ?? ''
    const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? ''
    const page = await response.text()
    expect(page.match(/<script nonce="([^"]+)"/g)).toEqual(
      Array(2).fill(`<script nonce="${nonce}"`),
    )
    expect(policy).toContain(`connect-src ${COUNTERBELL} wss://chat.shop.example;`)
    expect(policy).not.toContain('unsafe')
    const again = await get('/')
    expect(again.headers.get('content-security-policy')).not.toBe(policy)
  })
})

describe('files', () => {
  test.each([
    ['/art/MRL-0412.svg', 'image/svg+xml; charset=utf-8'],
    ['/grain.png', 'image/png'],
    ['/styles/base.css', 'text/css; charset=utf-8'],
    ['/fonts/inter-latin-wght-normal.woff2', 'font/woff2'],
  ])('%s has its type and is not sent twice', async (path, type) => {
    const first = await get(path)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe(type)
    const etag = first.headers.get('etag') ?? ''
    const again = await get(path, { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  })

  test('nothing outside of the public folder is given away', async () => {
    for (const path of [
      '/../serve-shop.ts',
      '/art/../../content/inventory.csv',
      '/%2e%2e/serve-shop.ts',
      '/..%2fserve-shop.ts',
      '/art/%2e%2e%2f%2e%2e%2fcontent%2finventory.csv',
      '/..\\serve-shop.ts',
      '//etc/passwd',
      '/art/%00.svg',
      '/%E0%A4%A',
    ])
      expect(await statusOf(path), path).toBe(400)
    for (const path of ['/content/inventory.csv', '/serve-shop.ts', '/art/', '/art'])
      expect(await statusOf(path), path).toBe(404)
  })

  test('only reading is allowed', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405)
    expect((await get('/', { method: 'HEAD' })).status).toBe(200)
  })
})
