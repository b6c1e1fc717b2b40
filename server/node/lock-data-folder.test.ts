import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lockDataFolder } from './lock-data-folder.ts'
import { StartError } from './start-error.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-lock-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

it('lets one server have the folder, and says to the second what to do', () => {
  const first = lockDataFolder(dataDir)
  expect(() => lockDataFolder(dataDir)).toThrow(StartError)
  expect(() => lockDataFolder(dataDir)).toThrow(/Stop it, or set DATA_DIR/)
  first.release()
  lockDataFolder(dataDir).release()
})

it('makes a folder that is missing', () => {
  lockDataFolder(join(dataDir, 'new/er')).release()
})
