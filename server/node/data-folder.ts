import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'

/** Throws the line to show where the data folder, which need not be there yet, can be none. */
export function checkDataFolder(dataDir: string): void {
  for (const path of [dataDir, ...ancestorsOf(dataDir)]) {
    const kind = kindOf(path)
    if (kind === 'folder') return
    if (kind === 'file') {
      throw new StartError(`DATA_DIR cannot be ${dataDir}: ${path} is a file. Name a folder.`)
    }
  }
}

/** Makes the data folder with all that is missing above it, and the folder of the shops in it. */
export function makeDataFolder(dataDir: string): void {
  checkDataFolder(dataDir)
  const shops = join(dataDir, 'shops')
  try {
    // One by one: where a system makes no folders, as below /proc, Node's `recursive` tries for ever.
    for (const path of [...ancestorsOf(shops).reverse(), shops]) makeOne(path)
    accessSync(shops, constants.W_OK)
    accessSync(dataDir, constants.W_OK)
  } catch (error) {
    throw new StartError(
      `DATA_DIR ${dataDir} cannot be written (${codeOf(error)}). Name a folder that this user may write to.`,
    )
  }
}

function makeOne(path: string): void {
  if (kindOf(path) === 'folder') return
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another process may have been quicker.
    if (kindOf(path) !== 'folder') throw error
  }
}

/** From the nearest up to the root. */
function ancestorsOf(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [] : [parent, ...ancestorsOf(parent)]
}

function kindOf(path: string): 'folder' | 'file' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? `${error.code}` : 'unknown'
}
