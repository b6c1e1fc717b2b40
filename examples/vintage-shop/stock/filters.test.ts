import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { departmentAt, filterStock, readFilters } from './filters.ts'
import { piecesNear } from './pieces-near.ts'
import { readStock } from './read-stock.ts'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const stock = readStock(readFileSync(join(ROOT, 'content', 'inventory.csv'), 'utf8'))

function found(path: string, query: string) {
  const department = departmentAt(path)
  if (!department) throw new Error(`no department at ${path}`)
  return filterStock(stock, readFilters(new URLSearchParams(query)), department)
}

test('everything is every piece', () => {
  expect(found('/everything', '')).toHaveLength(stock.length)
})

test('the departments share the stock out without a rest', () => {
  const parts = ['/clothing', '/small-things', '/house'].flatMap((path) => found(path, ''))
  expect(parts.map(({ code }) => code).sort()).toEqual(stock.map(({ code }) => code).sort())
})

test('wishes of one kind widen, of two kinds narrow', () => {
  const blue = found('/everything', 'colour=Blue')
  const blueOrRed = found('/everything', 'colour=Blue&colour=Red')
  const blueOfThe1970s = found('/everything', 'colour=Blue&era=1970s')
  expect(blueOrRed.length).toBeGreaterThan(blue.length)
  expect(blueOfThe1970s.length).toBeLessThan(blue.length)
  expect(blueOfThe1970s.every((one) => one.colourFamily === 'Blue' && one.era === '1970s')).toBe(
    true,
  )
})

test('A is not A minus', () => {
  expect(new Set(found('/everything', 'grade=A').map(({ grade }) => grade))).toEqual(new Set(['A']))
})

test('sold and held pieces leave when they are unticked', () => {
  const free = found('/everything', 'show=available')
  expect(free.length).toBeLessThan(stock.length)
  expect(free.every(({ status }) => status === 'available')).toBe(true)
})

test('prices may carry a pound sign, and nonsense is no wish', () => {
  expect(found('/everything', 'min=£100&max=£120').every(({ price }) => price >= 100)).toBe(true)
  expect(found('/everything', 'min=lots&max=')).toHaveLength(stock.length)
})

test('sorting by price goes up or down', () => {
  const prices = found('/everything', 'sort=cheap').map(({ price }) => price)
  expect(prices).toEqual([...prices].sort((a, b) => a - b))
  expect(found('/everything', 'sort=dear')[0]?.price).toBe(prices.at(-1))
})

test('the near twin comes first, and nothing sold is offered', () => {
  const jacket = stock.find(({ code }) => code === 'MRL-0412')
  if (!jacket) throw new Error('MRL-0412 is missing')
  const near = piecesNear(jacket, stock)
  expect(near[0]?.code).toBe('MRL-0419')
  expect(near.some(({ status }) => status === 'sold')).toBe(false)
})
