import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inputHash } from './input-hash.mjs'
import { precompress } from './precompress.mjs'
import { retireWidgetFiles } from './retire-widget-files.mjs'
import { withLock } from './with-lock.mjs'

const DAY_MS = 24 * 60 * 60_000
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterbell-build-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('panels of earlier builds', () => {
  const panel = (hash: string) => `panel-${hash}.js`

  /** A build that leaves one panel and a manifest that names it. */
  function build(hash: string, nowAt: number) {
    const retire = retireWidgetFiles(folder, nowAt)
    writeFileSync(join(folder, panel(hash)), hash)
    utimesSync(join(folder, panel(hash)), nowAt / 1000, nowAt / 1000)
    const manifest = { 'widget/panel/panel.tsx': { file: panel(hash) } }
    writeFileSync(join(folder, 'panel.json'), JSON.stringify(manifest))
    retire()
  }

  const stands = (hash: string) => existsSync(join(folder, panel(hash)))

  it('stay for 30 days after they were replaced, however old they are', () => {
    const start = Date.UTC(2026, 0, 1)
    build('aaaaaaaa', start)
    build('bbbbbbbb', start + 200 * DAY_MS)
    expect(stands('aaaaaaaa')).toBe(true)
    build('cccccccc', start + 229 * DAY_MS)
    expect(stands('aaaaaaaa')).toBe(true)
    build('dddddddd', start + 231 * DAY_MS)
    expect([stands('aaaaaaaa'), stands('bbbbbbbb'), stands('cccccccc')]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('the hash of what a build is made from', () => {
  it('changes with a name and with a byte, and not with a test', () => {
    mkdirSync(join(folder, 'in/deep'), { recursive: true })
    writeFileSync(join(folder, 'in/deep/a.ts'), 'a')
    const before = inputHash(folder, ['in'])
    writeFileSync(join(folder, 'in/deep/a.test.ts'), 'test')
    expect(inputHash(folder, ['in'])).toBe(before)
    writeFileSync(join(folder, 'in/deep/a.ts'), 'b')
    const changed = inputHash(folder, ['in'])
    rmSync(join(folder, 'in/deep/a.ts'))
    writeFileSync(join(folder, 'in/deep/b.ts'), 'b')
    expect(new Set([before, changed, inputHash(folder, ['in'])]).size).toBe(3)
  })
})

it('compresses text beforehand, to the byte, and nothing else', async () => {
  writeFileSync(join(folder, 'a.js'), 'const a = 1\n'.repeat(100))
  writeFileSync(join(folder, 'font.woff2'), 'font')
  await precompress(folder)
  const plain = readFileSync(join(folder, 'a.js'))
  expect(gunzipSync(readFileSync(join(folder, 'a.js.gz')))).toEqual(plain)
  expect(brotliDecompressSync(readFileSync(join(folder, 'a.js.br')))).toEqual(plain)
  expect(existsSync(join(folder, 'font.woff2.br'))).toBe(false)
})

describe('the lock of a build', () => {
  it('lets one run at a time', async () => {
    const file = join(folder, '.lock')
    const order: string[] = []
    const work = (name: string) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      order.push(`${name} ends`)
    }
    await Promise.all([withLock(file, work('first')), withLock(file, work('second'))])
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  it('is taken from whoever was killed, and given back by whoever fails', async () => {
    const file = join(folder, '.lock')
    writeFileSync(file, '999999999')
    await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    )
    expect(await withLock(file, async () => 'done')).toBe('done')
  })
})
