import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const PANEL = 'widget/panel/panel.tsx'
const ENGLISH = 'widget/panel/languages/en.ts'
const SOCKET = 'widget/panel/live/live-socket.ts'

type Chunk = { file: string; imports?: string[]; css?: string[]; isDynamicEntry?: boolean }
type Manifest = Record<string, Chunk>

const panel = readManifest('widget/panel.json')

/** Gzipped bytes, as a shopper or a teammate downloads them. */
describe('what is downloaded', () => {
  it('loader with its CSS: 2.8 kB', () => {
    expect(gzipped('widget', ['widget.js'])).toBeLessThanOrEqual(2800)
  })

  it('panel as first opened, with its CSS and one language: 17.2 kB', () => {
    const first = new Set([...filesOf(panel, PANEL), ...filesOf(panel, ENGLISH)])
    expect(gzipped('widget', [...first])).toBeLessThanOrEqual(17_200)
  })

  it('socket: 4.4 kB', () => {
    expect(gzipped('widget', later(SOCKET))).toBeLessThanOrEqual(4400)
  })

  it.each(laterFiles())('any later chunk: %s: 3 kB', (file) => {
    expect(gzipped('widget', [file])).toBeLessThanOrEqual(3000)
  })

  it('inbox without its fonts: 60 kB', () => {
    const inbox = readManifest('inbox/inbox.json')
    const files = Object.values(inbox).flatMap(({ file, css = [] }) => [file, ...css])
    const code = [...new Set(files)].filter((file) => /\.(?:js|css)$/.test(file))
    expect(code.length).toBeGreaterThan(1)
    expect(gzipped('inbox', code)).toBeLessThanOrEqual(60_000)
  })
})

test('the panel is no stylesheet of its own: everything goes into the shadow root', () => {
  expect(Object.values(panel).flatMap(({ css = [] }) => css)).toEqual([])
})

test('the widget is made of preact and partysocket, and nothing else', () => {
  const packages = readdirSync(join(root, 'widget'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith('testing'))
    .flatMap((file) => packagesIn(readFileSync(join(root, 'widget', file), 'utf8')))
  expect([...new Set(packages)].sort()).toEqual(['partysocket', 'preact'])
})

function packagesIn(source: string): string[] {
  const imports = source.matchAll(
    /^(?!import type)[^\n]*\b(?:from|import)\s*\(?\s*['"]([^'".][^'"]*)['"]/gm,
  )
  return [...imports].map(([, name = '']) => name.split('/')[0] ?? '')
}

/** What a chunk brings that the opened panel has not. */
function later(name: string): string[] {
  const there = filesOf(panel, PANEL)
  return filesOf(panel, name).filter((file) => !there.includes(file))
}

function laterFiles(): string[] {
  const all = Object.keys(panel).flatMap(later)
  return [...new Set(all)].filter((file) => !later(SOCKET).includes(file))
}

/** A chunk's file and those of everything that it imports at once. */
function filesOf(manifest: Manifest, name: string, seen: string[] = []): string[] {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`the build made no ${name}`)
  if (seen.includes(chunk.file)) return seen
  return (chunk.imports ?? []).reduce(
    (files, imported) => filesOf(manifest, imported, files),
    [...seen, chunk.file],
  )
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'dist', path), 'utf8'))
}

function gzipped(folder: string, files: string[]): number {
  return files
    .map((file) => gzipSync(readFileSync(join(root, 'dist', folder, file)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0)
}
