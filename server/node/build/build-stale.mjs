// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inputHash } from './input-hash.mjs'
import { precompress } from './precompress.mjs'
import { retireWidgetFiles } from './retire-widget-files.mjs'
import { withLock } from './with-lock.mjs'

const ALWAYS = ['package-lock.json', 'vite.config.ts', 'tsconfig.base.json', 'server/node/build']

/** @typedef {{ name: string, inputs: string[], make: (root: string) => Promise<unknown> }} Target */

/** @type {Target[]} */
const TARGETS = [
  { name: 'widget', inputs: ['widget', 'protocol'], make: buildWidget },
  { name: 'inbox', inputs: ['inbox', 'protocol'], make: buildInbox },
  {
    name: 'rooms',
    inputs: ['server/rooms', 'protocol'],
    make: buildRooms,
  },
  {
    name: 'server',
    inputs: ['server', 'protocol', 'examples'],
    make: (root) => viteBuild(root, 'server'),
  },
]

/**
 * Whether anything changed since the last build.
 * @param {string} root
 */
export function isStale(root) {
  const stamp = readStamp(root)
  return TARGETS.some((target) => stamp[target.name] !== hashOf(root, target))
}

/**
 * Builds what changed since the last build into `dist/`. Rejects, when all is tried, with what failed.
 * @param {{ root: string, say?: (line: string) => void }} options
 */
export async function buildStale({ root, say = () => {} }) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  await withLock(join(root, 'dist/.lock'), async () => {
    const stamp = readStamp(root)
    /** @type {string[]} */
    const failures = []
    for (const target of TARGETS) {
      const hash = hashOf(root, target)
      if (stamp[target.name] === hash) continue
      say(`Building the ${target.name} …`)
      await target.make(root).then(
        () => {
          stamp[target.name] = hash
          writeFileSync(stampFile(root), JSON.stringify(stamp))
        },
        (error) => failures.push(`The ${target.name} could not be built: ${error.message}`),
      )
    }
    if (failures.length > 0) throw new Error(failures.join('\n'))
  })
}

/**
 * @param {string} root
 * @param {Target} target
 */
function hashOf(root, { inputs }) {
  return inputHash(root, [...inputs, ...ALWAYS])
}

/** @param {string} root */
function stampFile(root) {
  return join(root, 'dist/.stamp')
}

/** @param {string} root */
async function buildWidget(root) {
  const outDir = join(root, 'dist/widget')
  const retire = retireWidgetFiles(outDir)
  await viteBuild(root, 'panel')
  await viteBuild(root, 'loader')
  retire()
  await precompress(outDir)
}

/** @param {string} root */
async function buildInbox(root) {
  await viteBuild(root, 'inbox')
  await precompress(join(root, 'dist/inbox'))
}

// The bundlers are loaded when there is something to bundle: a start with nothing to build is quick.

/** @param {string} root */
async function buildRooms(root) {
  const { bundleRooms } = await import('./bundle-rooms.mjs')
  await bundleRooms({ root, outDir: join(root, 'dist/rooms') })
}

/**
 * @param {string} root
 * @param {string} mode
 */
async function viteBuild(root, mode) {
  const { build } = await import('vite')
  await build({ mode, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}

/**
 * @param {string} root
 * @returns {Record<string, string>}
 */
function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'))
  } catch {
    return {}
  }
}
