import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeTransaction } from '../db/write-transaction.ts'
import { openShopFile } from './open-shop-file.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterbell-open-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const open = () => openShopFile(join(folder, 'demo.sqlite'), { mustExist: false })

it('opens in the mode that an acknowledged message relies on', () => {
  const { db, close } = open()
  const pragma = (name: string) => db.get<Record<string, unknown>>(sql.raw(`PRAGMA ${name}`))
  expect(pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(pragma('synchronous')).toEqual({ synchronous: 2 })
  expect(pragma('secure_delete')).toEqual({ secure_delete: 1 })
  expect(pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
  expect(pragma('busy_timeout')).toEqual({ timeout: 5000 })
  close()
})

it('opens again what it has made', () => {
  open().close()
  open().close()
})

it('leaves no byte of a deleted row in the file', () => {
  const { db, close } = open()
  const canary = 'canary-7f3a@shop.example'
  writeTransaction(db, (tx) =>
    tx.run(sql`INSERT INTO shop_settings (id, value) VALUES (1, ${canary})`),
  )
  writeTransaction(db, (tx) => tx.run(sql`DELETE FROM shop_settings`))
  db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`)
  close()
  expect(readFileSync(join(folder, 'demo.sqlite')).includes(canary)).toBe(false)
})

it('refuses a file that is no database', () => {
  const noDatabase = join(import.meta.dirname, 'open-shop-file.ts')
  expect(() => openShopFile(noDatabase, { mustExist: true })).toThrow('not a database')
})
