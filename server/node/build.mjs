// @ts-check
// `npm run build`: bundles what changed into `dist/`.
import { fileURLToPath } from 'node:url'
import { buildStale } from './build/build-stale.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`)
await buildStale({ root, say }).catch((error) => {
  say(error.message)
  process.exitCode = 1
})
