import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const ROOTS = ['protocol', 'widget', 'inbox', 'server', 'examples', 'docs']
const page = readFileSync(join(import.meta.dirname, 'security.md'), 'utf8')

type Row = { id: string; tests: { file: string; name: string }[] }
const rows: Row[] = [...page.matchAll(/^\| (\w+) \| (?!promise)[^|]+ \| ([^|]+) \|$/gm)].map(
  ([, id = '', keptBy = '']) => ({
    id,
    tests: [...keptBy.matchAll(/`([^`]+)` "([^"]+)"/g)].map(([, file = '', name = '']) => ({
      file,
      name,
    })),
  }),
)

const sources = new Map<string, string>()
function sourceOf(file: string): string {
  const path = join(root, file)
  const known = sources.get(file) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '')
  sources.set(file, known)
  return known
}

test('each row of docs/security.md is there once, and kept by a test', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([])
})

test.each(rows)('$id is kept by tests that are there', ({ tests }) => {
  for (const { file, name } of tests) {
    expect(/\.(test|contract)\.ts$/.test(file), file).toBe(true)
    expect(sourceOf(file).includes(name), `${file}: ${name}`).toBe(true)
  }
})

test('no test keeps a row that docs/security.md does not know', () => {
  const known = new Set(rows.map(({ id }) => id))
  const named = ROOTS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(test|contract)\.tsx?$/.test(file))
      .flatMap((file) => idsIn(sourceOf(join(folder, file)))),
  )
  expect(named.length).toBeGreaterThan(40)
  expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([])
})

/** The rows that a test's name begins with: `V20, V26: …`. */
function idsIn(source: string): string[] {
  const names = source.matchAll(/['"`]((?:[A-Z]\d{1,2}, )*[A-Z]\d{1,2}): /g)
  return [...names].flatMap(([, ids = '']) => ids.split(', ').filter((id) => id.startsWith('V')))
}
