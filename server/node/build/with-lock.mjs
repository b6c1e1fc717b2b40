// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

const LOOK_AGAIN_MS = 100

/**
 * Runs `work` while no other process does: a test run and a start may want the same build at once.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  while (!takeLock(file)) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file */
function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isHeld(file)) rmSync(file, { force: true })
    return false
  }
}

/**
 * Whoever took it may have been killed.
 * @param {string} file
 */
function isHeld(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    // Written in two steps: it exists before it says whose it is.
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}
