// @ts-check
import { join } from 'node:path'
import { ROOT } from './prepare.mjs'

/**
 * Runs the built command line in this process, as if it had been called with `args`.
 * @param {string[]} args
 */
export async function runCommandLine(args) {
  process.argv = [...process.argv.slice(0, 2), ...args]
  await import(join(ROOT, 'dist/server/cli.js'))
}
