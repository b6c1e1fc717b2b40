// @ts-check
import { join } from 'node:path'
import { ROOT } from './prepare.mjs'

const LOOK_EVERY_MS = 500

/**
 * Runs the built command line in this process, as if it had been called with `args`.
 * @param {string[]} args
 */
export async function runCommandLine(args) {
  if (process.env.npm_lifecycle_event) stopWithParent()
  process.argv = [...process.argv.slice(0, 2), ...args]
  await import(join(ROOT, 'dist/server/cli.js'))
}

/** npm runs us by a shell, which keeps a signal to itself: who stops npm means us. */
function stopWithParent() {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, LOOK_EVERY_MS)
  timer.unref()
}
