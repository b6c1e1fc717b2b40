// @ts-check
import { fileURLToPath } from 'node:url'
import { installPackages } from './install-packages.mjs'

const OLDEST_NODE = [20, 19]

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')

/** Ends the process, in one line that says what to do, where our Node is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  fail(
    `Counterbell needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  )
}

/** Installs and builds what is not as the sources say. Imports nothing that has to be installed before it is. */
export async function prepare() {
  try {
    await installPackages(ROOT)
    const { buildStale } = await import('./build-stale.mjs')
    await buildStale({ root: ROOT, say: (line) => process.stderr.write(`${line}\n`) })
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
