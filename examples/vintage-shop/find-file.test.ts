import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findFile } from './find-file.ts'

const ROOT = dirname(fileURLToPath(import.meta.url))

test('a drawing is found with its type', () => {
  expect(findFile(ROOT, '/art/MRL-0412.svg')?.type).toMatch(/^image\/svg/)
})

test.each([
  '/../public/styles/../../node_modules/x.css',
  '/../../../inbox/inbox.css',
  '/art/../../../../widget/panel/panel.css',
  '/art/MRL-0412.svg\0.css',
  '/fonts/../../package.json',
  '/art',
  '/',
])('%j is not a file of the shop', (path) => {
  expect(findFile(ROOT, path)).toBeUndefined()
})

test('a path that climbs out is refused even where the file is there', () => {
  expect(findFile(`${ROOT}/public`, '/../styles/base.css')).toBeUndefined()
})
