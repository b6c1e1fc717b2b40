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
 * Builds what changed since the last build into `dist/`. Rejects, when all is tried, with what failed.
 * @param {{ root: string, say?: (line: string) => void }} options
 */
export async function buildStale({ root, say = () => {} }) {
  const dist = join(root, 'dist')
  mkdirSync(dist, { recursive: true })
  await withLock(join(dist, '.lock'), async () => {
    const stampFile = join(dist, '.stamp')
    const stamp = readStamp(stampFile)
    /** @type {string[]} */
    const failures = []
    for (const { name, inputs, make } of TARGETS) {
      const hash = inputHash(root, [...inputs, ...ALWAYS])
      if (stamp[name] === hash) continue
      say(`Building the ${name} …`)
      await make(root).then(
        () => {
          stamp[name] = hash
          writeFileSync(stampFile, JSON.stringify(stamp))
        },
        (error) => failures.push(`The ${name} could not be built: ${error.message}`),
      )
    }
    if (failures.length > 0) throw new Error(failures.join('\n'))
  })
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
 * @param {string} file
 * @returns {Record<string, string>}
 */
function readStamp(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}
