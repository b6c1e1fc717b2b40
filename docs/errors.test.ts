import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ErrorCode } from '../protocol/errors.ts'

test('docs/errors.md has one heading for each code, and no other', () => {
  const page = readFileSync(join(import.meta.dirname, 'errors.md'), 'utf8')
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, code]) => code)
  expect(headings).toEqual([...ErrorCode.options])
})
