import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const Versions = v.record(v.string(), v.string())
const manifest = v.parse(
  v.object({
    dependencies: Versions,
    devDependencies: Versions,
    allowScripts: v.record(v.string(), v.boolean()),
  }),
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
)
const Locked = v.object({
  version: v.string(),
  integrity: v.optional(v.string()),
  resolved: v.optional(v.string()),
  dev: v.optional(v.boolean(), false),
  hasInstallScript: v.optional(v.boolean(), false),
})
type Installed = v.InferOutput<typeof Locked> & { name: string }
const installed = readLock(readFileSync(join(root, 'package-lock.json'), 'utf8'))

/** By its place, the innermost of which names it. */
function readLock(text: string): Installed[] {
  const { packages } = v.parse(
    v.object({ packages: v.record(v.string(), v.unknown()) }),
    JSON.parse(text),
  )
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      name: place.split('node_modules/').at(-1) ?? '',
      ...v.parse(Locked, entry),
    }))
}

/** The first version without a hole that would reach us, of what we use and of what we might take up. */
const MENDED: Record<string, string> = {
  hono: '4.12.21',
  preact: '10.28.2',
  marked: '18.0.1',
  ws: '8.17.1',
  dompurify: '3.4.18',
  mammoth: '1.12.1',
  'pdfjs-dist': '6.2.108',
}
/** In a browser, a room or a server's process, whatever list they stand in. */
const SHIPPED = new Set(['preact', 'partysocket', '@preact/signals', 'partykit'])

function holes(packages: readonly Installed[]): string[] {
  return packages
    .filter(({ name, dev }) => !dev || SHIPPED.has(name) || name in MENDED)
    .filter(({ name, version }) => isOlder(version, MENDED[name] ?? '0'))
    .map(({ name, version }) => `${name} ${version}`)
}

function isOlder(version: string, mended: string): boolean {
  const [have, need] = [version, mended].map((text) => text.split(/[.-]/).map(Number))
  const at = [0, 1, 2].find((n) => (have?.[n] ?? 0) !== (need?.[n] ?? 0))
  return at !== undefined && (have?.[at] ?? 0) < (need?.[at] ?? 0)
}

it('V70: names exact versions, and few', () => {
  const named = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
  expect(named.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(25)
})

it('V70: locks every package by a hash of what it holds, from the public registry', () => {
  expect(installed.length).toBeGreaterThan(100)
  for (const { name, integrity, resolved } of installed) {
    expect(integrity, name).toMatch(/^sha512-/)
    if (resolved) expect(resolved, name).toMatch(/^https:\/\/registry\.npmjs\.org\//)
  }
})

it('V70: says of each package that would run a script at install whether it may', () => {
  const scripted = new Set(installed.filter((one) => one.hasInstallScript).map(({ name }) => name))
  expect(Object.keys(manifest.allowScripts).sort()).toEqual([...scripted].sort())
  const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may)
  expect(allowed.map(([name]) => name)).toEqual(['better-sqlite3', 'workerd'])
})

it('V71: nothing that is shipped has a hole that we know of', () => {
  expect(holes(installed)).toEqual([])
})

it('V71: sees a hole where there is one', () => {
  const planted = (name: string, version: string): Installed => ({
    name,
    version,
    dev: true,
    hasInstallScript: false,
  })
  const packages = [
    planted('dompurify', '3.0.0'),
    planted('hono', '4.9.30'),
    planted('ws', '8.17.1'),
  ]
  expect(holes(packages)).toEqual(['dompurify 3.0.0', 'hono 4.9.30'])
})

it('V40: only the publisher asks anything of another host, and no client of HTTP is imported', () => {
  const sources = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs)$/.test(file) && !/test|contract|testing\//.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, 'server', file), 'utf8') }))
  const fetching = sources.filter(({ text }) => /(?<![.\w])fetch\(/.test(text))
  expect(fetching.map(({ file }) => file)).toEqual(['rooms/partykit-publisher.ts'])
  const clients =
    /from '(?:node:)?(?:https|undici|axios|got|ky|node-fetch|needle|superagent|request)'/
  expect(sources.filter(({ text }) => clients.test(text)).map(({ file }) => file)).toEqual([])
})
