import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSettings } from '../shops/read-settings.ts'
import { writeSettings } from '../shops/write-settings.ts'
import { createShopFile, findShopFile, listShopIds } from './shop-files.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-files-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

it('finds a shop that was made, with what was put into it', async () => {
  await createShopFile(dataDir, 'marlow', (db) => writeSettings(db, { name: 'Marlow' }))
  const file = findShopFile(dataDir, 'marlow')
  expect(file && readSettings(file.db).name).toBe('Marlow')
  file?.close()
  expect(listShopIds(dataDir)).toEqual(['marlow'])
})

it('I7: makes no file for an unknown shop', () => {
  expect(findShopFile(dataDir, 'nobody')).toBeUndefined()
  expect(readdirSync(dataDir)).toEqual([])
})

it.each(['../secret', '..', '', 'Demo', 'a/b', 'demo.sqlite', 'x', 'a%2e', 'a\0b', 'd'.repeat(41)])(
  'I7: takes %j for no shop, whatever lies there',
  (id) => {
    writeFileSync(join(dataDir, 'secret.sqlite'), '')
    expect(findShopFile(dataDir, id)).toBeUndefined()
  },
)

it('shows nobody a shop before it is whole, and leaves nothing of one that failed', async () => {
  const failing = createShopFile(dataDir, 'half', () => {
    expect(listShopIds(dataDir)).toEqual([])
    expect(findShopFile(dataDir, 'half')).toBeUndefined()
    throw new Error('the ninth file is broken')
  })
  await expect(failing).rejects.toThrow('the ninth file is broken')
  expect(readdirSync(join(dataDir, 'shops'))).toEqual([])
})

it('does not write over a shop that is there', async () => {
  await createShopFile(dataDir, 'marlow', (db) => writeSettings(db, { name: 'First' }))
  const second = createShopFile(dataDir, 'marlow', (db) => writeSettings(db, { name: 'Second' }))
  await expect(second).rejects.toThrow('There is a shop marlow already.')
  const file = findShopFile(dataDir, 'marlow')
  expect(file && readSettings(file.db).name).toBe('First')
  file?.close()
  expect(existsSync(join(dataDir, 'shops/marlow.sqlite.new'))).toBe(false)
})
