import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const ROOTS = ['protocol', 'widget', 'inbox', 'server', 'examples', 'docs']

const page = readFileSync(join(import.meta.dirname, 'protocol.md'), 'utf8')
const rules = [...page.matchAll(/^- \*\*([A-Z]\d{1,2})\*\* /gm)].map(([, id = '']) => id)
const kept = new Set(ROOTS.flatMap(testFiles).flatMap(rulesIn))

test('docs/protocol.md says each rule once', () => {
  expect(rules.length).toBeGreaterThan(45)
  expect(new Set(rules).size).toBe(rules.length)
})

test.each(rules)('a test is named after %s', (id) => {
  expect(kept.has(id)).toBe(true)
})

test('no test is named after a rule that docs/protocol.md does not know', () => {
  expect([...kept].filter((id) => !rules.includes(id))).toEqual([])
})

/** The rules that a test's name begins with: `A4, A5: …`. Those of docs/security.md begin with V. */
function rulesIn(source: string): string[] {
  const names = source.matchAll(/\(\s*['"`]((?:[A-Z]\d{1,2}, )*[A-Z]\d{1,2}): /g)
  return [...names].flatMap(([, ids = '']) => ids.split(', ').filter((id) => !id.startsWith('V')))
}

function testFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(test|contract)\.tsx?$/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
}
