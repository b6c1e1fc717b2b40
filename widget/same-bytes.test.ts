import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** What one build makes of the panel and its chunks, by name and hash. */
async function buildPanel(): Promise<string[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'counterbell-panel-'))
  await build({
    mode: 'panel',
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  const files = readdirSync(outDir).sort()
  const hashes = files.map((file) => {
    const bytes = readFileSync(join(outDir, file))
    return `${file} ${createHash('sha256').update(bytes).digest('hex')}`
  })
  rmSync(outDir, { recursive: true })
  return hashes
}

it('V70: two builds make the same bytes', async () => {
  const first = await buildPanel()
  expect(first.length).toBeGreaterThan(5)
  expect(await buildPanel()).toEqual(first)
})
