// @ts-check
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { showLife } from './show-life.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * The path of a Chromium for the browser tests: `CHROMIUM_PATH`, or one on the PATH. In CI, where nobody
 * can be asked, Debian's is installed. Rejects with a line that says how to get one.
 */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (isProgram(given)) return given
    throw new Error('CHROMIUM_PATH names no program. Set it to the path of a Chromium.')
  }
  const found = onPath() ?? (mayInstall() ? installDebians() : undefined)
  if (found) return found
  throw new Error(
    'No Chromium found. Install one (on Debian: apt-get install chromium), or set CHROMIUM_PATH to it.',
  )
}

function mayInstall() {
  return process.env.CI === 'true' && process.getuid?.() === 0
}

function installDebians() {
  const done = showLife('Installing Chromium')
  const apt = (/** @type {string[]} */ ...args) =>
    spawnSync('apt-get', ['-y', '-q', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '--no-install-recommends', 'chromium')
  done()
  return onPath()
}

function onPath() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find(isProgram)
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
