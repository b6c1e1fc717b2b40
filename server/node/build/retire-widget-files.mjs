// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'

/** A cached loader may name a panel that is older than the one on the server. */
const KEPT_MS = 30 * 24 * 60 * 60_000
const HASHED = /-[\w-]{8}\.js(?:\.br|\.gz)?$/

/**
 * Call before a build: what the last one made counts as in use until this moment. Call what it returns
 * after the build: files that were in use no later than 30 days ago go.
 * @param {string} folder
 */
export function retireWidgetFiles(folder, now = Date.now()) {
  for (const file of currentFiles(folder)) utimesSync(file, now / 1000, now / 1000)
  return () => {
    for (const file of hashedFiles(folder)) {
      if (now - statSync(file).mtimeMs > KEPT_MS) rmSync(file)
    }
  }
}

/** @param {string} folder */
function hashedFiles(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => HASHED.test(name)).map((name) => join(folder, name))
}

/** @param {string} folder */
function currentFiles(folder) {
  const manifest = join(folder, 'panel.json')
  if (!existsSync(manifest)) return []
  /** @type {Record<string, { file: string }>} */
  const chunks = JSON.parse(readFileSync(manifest, 'utf8'))
  const names = Object.values(chunks).flatMap(({ file }) => [file, `${file}.br`, `${file}.gz`])
  return names.map((name) => join(folder, name)).filter((file) => existsSync(file))
}
