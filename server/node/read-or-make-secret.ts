import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'

/** The server's own secret: made once, kept where the data is, readable by its owner alone. */
export function readOrMakeSecret(dataDir: string): string {
  makeDataFolder(dataDir)
  const file = join(dataDir, 'secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isFileThere(error)) throw error
  }
  return readFileSync(file, 'utf8')
}

function isFileThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
