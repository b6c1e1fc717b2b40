// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isStale } from './build-stale.mjs'
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
  await installPackages(ROOT).catch((error) => fail(error.message))
  if (!isStale(ROOT)) return
  // In a process of its own, so that a server does not carry its bundlers along.
  const build = spawn(process.execPath, [join(ROOT, 'server/node/build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(build, 'close')
  if (code !== 0) process.exit(1)
}

/**
 * @param {string} message
 * @returns {never}
 */
export function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
