import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { choosePage } from '../choose-page.ts'
import { readShop } from '../read-shop.ts'
import { readStock } from '../stock/read-stock.ts'
import { CLOSE_VIEWS } from './close-views.ts'
import { escapeText, html } from './html.ts'
import { openingLine } from './opening-hours.ts'
import type { Visit } from './shop.ts'

const shop = readShop(join(dirname(fileURLToPath(import.meta.url)), '..'))
const EVIL = `</title><script>alert(1)</script>"'><img src=x onerror=alert(2)>`

function visit(path: string, stock = shop.stock): Visit {
  const url = new URL(path, 'http://shop.example')
  return {
    shop: { ...shop, stock },
    origin: url.origin,
    path: url.pathname,
    query: url.searchParams,
    nonce: 'abc',
    counterbellOrigin: 'https://chat.shop.example',
    shopId: 'demo',
    now: new Date('2026-11-24T12:00Z'),
  }
}

const show = (path: string, stock = shop.stock): string =>
  choosePage(visit(path, stock)).page.markup

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('a cell with markup in it', () => {
  const columns =
    'code,title,era,year,maker,category,size_label,measurements,fabric,colour,condition_grade,condition_notes,price,currency,status,image,url,care,held_until,arrived_on'
  const evil = cell(EVIL)
  const row = `X-1,${evil},${evil},${evil},${evil},jacket,${evil},pit to pit 50 cm,${evil},${evil},A,${evil},10,GBP,held,/art/MRL-0412.svg,/items/X-1,${evil},${evil},2025-06-01`
  const stock = readStock(`${columns}\n${row}\n`)

  test.each(['/items/X-1', '/everything'])('is shown as text on %s', (path) => {
    const page = show(path, stock)
    expect(page).toContain(escapeText(EVIL))
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img src=x')
  })

  test('does not end the JSON-LD, and is in it to the letter', () => {
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(
      show('/items/X-1', stock),
    )?.[1]
    expect(JSON.parse(json ?? '').name).toBe(EVIL)
  })
})

test('a query with markup in it is not echoed', () => {
  expect(show(`/everything?colour=${encodeURIComponent(EVIL)}&sort=x`)).not.toContain('alert(1)')
})

test('the template escapes text, keeps markup, and leaves out what is absent', () => {
  expect(
    html`<p>${'a < b'}${html`<b>${"o'er"}</b>`}${undefined}${false}${[1, '&']}</p>`.markup,
  ).toBe('<p>a &lt; b<b>o&#39;er</b>1&amp;</p>')
})

describe('an item page', () => {
  test('of a held piece says until when', () => {
    expect(show('/items/MRL-0371')).toContain('Held until Saturday, 17:00')
  })

  test('of a sold piece says so and offers no hold', () => {
    const page = show('/items/MRL-0355')
    expect(page).toContain('Sold on 7 June')
    expect(page).not.toContain('Hold it until tomorrow')
  })

  test('without notes says that nothing is noted, not that nothing is wrong', () => {
    expect(show('/items/MRL-0415')).toContain('Nothing is noted on this piece.')
  })

  test('letters the measurements that its diagram shows', () => {
    const page = show('/items/MRL-0395')
    expect(page).toContain('Inside leg (inseam)')
    expect(page).toContain('76 cm')
    expect(page).toContain('29.9 in')
  })
})

test('every close view in the pictures has a caption, and every caption its picture', () => {
  const captioned = Object.entries(CLOSE_VIEWS).flatMap(([code, views]) =>
    Object.keys(views).map((view) => `${code}-${view}.svg`),
  )
  const drawn = [...shop.drawings].filter((name) => /-(wear|label)\.svg$/.test(name))
  expect(captioned.sort()).toEqual(drawn.sort())
})

test('the navigation says which page one is on', () => {
  expect(show('/house').match(/aria-current="page"/g)).toHaveLength(1)
  expect(show('/house')).toContain('<a href="/house" aria-current="page">')
})

test.each([
  ['2026-11-24T09:00Z', 'Open today from', '11:00'],
  ['2026-11-24T12:00Z', 'Open today until', '18:00'],
  ['2026-11-24T18:30Z', 'Closed now', ''],
  ['2026-11-22T12:00Z', 'Closed now', ''],
  ['2026-06-25T17:30Z', 'Open today until', '19:00'],
])('at %s the door says "%s %s"', (now, words, time) => {
  expect(openingLine(new Date(now))).toEqual({ words, time })
})
