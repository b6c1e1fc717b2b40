import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseMeasurements } from './parse-measurements.ts'
import { readStock } from './read-stock.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const stock = readStock(readFileSync(join(ROOT, 'content', 'inventory.csv'), 'utf8'))
const PICTURE_LIMIT_BYTES = 12_000

describe('inventory.csv', () => {
  test('has at least 84 pieces with a code of their own', () => {
    expect(stock.length).toBeGreaterThanOrEqual(84)
    expect(new Set(stock.map((piece) => piece.code)).size).toBe(stock.length)
  })

  test('gives every piece a title, a price, a place and measurements', () => {
    for (const piece of stock) {
      expect(piece.title, piece.code).not.toBe('')
      expect(piece.price, piece.code).toBeGreaterThan(0)
      expect(piece.url).toBe(`/items/${piece.code}`)
      expect(piece.measurements.length, piece.code).toBeGreaterThan(0)
    }
  })

  test('says until when a piece is held and when one was sold', () => {
    for (const piece of stock) {
      expect(piece.heldUntil !== '', piece.code).toBe(piece.status === 'held')
      expect(piece.soldOn !== '', piece.code).toBe(piece.status === 'sold')
      if (piece.soldOn) expect(piece.soldOn >= piece.arrivedOn, piece.code).toBe(true)
    }
  })

  test('holds the awkward cells that real stock has', () => {
    const notes = stock.filter((piece) => piece.notes.length === 0)
    expect(notes.length).toBeGreaterThanOrEqual(2)
    const text = stock.map((piece) => `${piece.title} ${piece.sizeLabel} ${piece.notes.join(' ')}`)
    for (const odd of ['Tölz', '15½', '7⅛', '40 (FR)', '"Made expressly', '£7.95'])
      expect(
        text.some((one) => one.includes(odd)),
        odd,
      ).toBe(true)
  })

  test('measures trousers by the words that shoppers use', () => {
    for (const piece of stock.filter(({ category }) => /trousers|jeans/.test(category)))
      expect(piece.measurements.map(({ label }) => label)).toContain('inside leg (inseam)')
  })
})

describe('the drawings', () => {
  const folder = join(ROOT, 'public', 'art')
  const read = (name: string): Buffer => readFileSync(join(folder, name))

  test('are at most 12 kB each', () => {
    for (const name of readdirSync(folder))
      expect(read(name).length, name).toBeLessThanOrEqual(PICTURE_LIMIT_BYTES)
  })

  test('are there for every piece, no two alike', () => {
    const drawn = stock.map((piece) =>
      readFileSync(join(ROOT, 'public', piece.image), 'utf8').replace(/<title>.*?<\/title>/, ''),
    )
    expect(new Set(drawn).size).toBe(stock.length)
  })

  test('carry no script and load nothing', () => {
    for (const name of readdirSync(folder))
      expect(read(name).toString(), name).not.toMatch(/<script|\son\w+=|href="(?!#)|url\((?!#)/)
  })
})

test('a measurement is a label, a number and a unit; anything else is left out', () => {
  expect(parseMeasurements('pit to pit 56.5 cm; sleeve 62 cm; hm')).toEqual([
    { label: 'pit to pit', value: 56.5, unit: 'cm' },
    { label: 'sleeve', value: 62, unit: 'cm' },
  ])
})

test('an unknown status stops the reading and names the piece', () => {
  expect(() => readStock('code,title,status\nX-1,Hat,gone\n')).toThrow('X-1')
})
