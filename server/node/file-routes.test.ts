import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testPlatform } from '../testing/test-platform.ts'
import { fileRoutes } from './file-routes.ts'

const LOADER = 'console.log("loader")'
let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'counterbell-dist-'))
  mkdirSync(join(dist, 'widget'))
  mkdirSync(join(dist, 'inbox/assets'), { recursive: true })
  const loader = join(dist, 'widget/widget.js')
  writeFileSync(loader, LOADER)
  writeFileSync(`${loader}.br`, brotliCompressSync(LOADER))
  writeFileSync(`${loader}.gz`, gzipSync(LOADER))
  writeFileSync(join(dist, 'widget/panel-Ab_-1234.js'), 'panel')
  writeFileSync(join(dist, 'widget/panel.json'), '{}')
  writeFileSync(join(dist, 'inbox/index.html'), '<!doctype html><title>Inbox</title>')
  writeFileSync(join(dist, 'inbox/assets/inter-1234abcd.woff2'), 'font')
})
afterEach(() => rmSync(dist, { recursive: true }))

function routes(changes: Parameters<typeof testPlatform>[0] = {}) {
  const test = testPlatform(changes)
  test.addShop('demo', { origins: ['https://marlow.example'] })
  const app = fileRoutes(test.platform, dist)
  return (path: string, headers: Record<string, string> = {}) =>
    app.request(`http://127.0.0.1:8787${path}`, { headers })
}

describe('the loader', () => {
  it('is asked for again at each page, and sent again only when it has changed', async () => {
    const get = routes()
    const first = await get('/widget.js')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const etag = first.headers.get('etag') ?? ''
    expect((await get('/widget.js', { 'if-none-match': etag })).status).toBe(304)
    writeFileSync(join(dist, 'widget/widget.js'), 'changed')
    rmSync(join(dist, 'widget/widget.js.br'))
    const changed = await get('/widget.js', { 'if-none-match': etag, 'accept-encoding': 'br' })
    expect([changed.status, await changed.text()]).toEqual([200, 'changed'])
  })

  it('runs in pages of every origin', async () => {
    const { headers } = await routes()('/widget.js')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip;q=1.0', 'gzip'],
    ['', null],
    ['zstd', null],
  ])('is sent for "%s" as %s', async (accepted, encoding) => {
    const reply = await routes()('/widget.js', { 'accept-encoding': accepted })
    expect(reply.headers.get('content-encoding')).toBe(encoding)
    expect(reply.headers.get('vary')).toBe('accept-encoding')
    const body = Buffer.from(await reply.arrayBuffer())
    if (encoding === 'br') expect(String(brotliDecompressSync(body))).toBe(LOADER)
    if (encoding === null) expect(String(body)).toBe(LOADER)
  })
})

it.each(['/widget/panel-Ab_-1234.js', '/inbox/assets/inter-1234abcd.woff2'])(
  'keeps %s for ever: its name changes with its bytes',
  async (path) => {
    const reply = await routes()(path)
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
  },
)

it.each([
  '/widget/panel.json',
  '/widget/nothing.js',
  '/widget/..%2Fserver.js',
  '/widget/%2e%2e/inbox/index.html',
  '/inbox/assets/..%2Findex.html',
  '/inbox/assets/',
  '/inbox/nobody',
  '/inbox/DEMO',
])('answers 404 at %s', async (path) => {
  expect((await routes()(path)).status).toBe(404)
})

describe('V11, V60: the inbox page', () => {
  function directives(policy: string | null): Map<string, string> {
    const parts = (policy ?? '').split('; ').map((part) => part.split(' '))
    return new Map(parts.map(([name = '', ...values]) => [name, values.join(' ')]))
  }

  it('runs our scripts only, in no frame, and shows pictures of ours and the shop', async () => {
    const { headers } = await routes()('/inbox/demo')
    const policy = directives(headers.get('content-security-policy'))
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'font-src': "'self'",
      'img-src': "'self' data: https://marlow.example",
      'connect-src': "'self' ws://127.0.0.1:8787",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    })
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  it.each([
    [{ publicUrl: 'https://chat.example' }, "'self' wss://chat.example"],
    [{ roomsUrl: 'https://rooms.example' }, "'self' wss://rooms.example"],
  ])('connects to the rooms of %j', async (changes, expected) => {
    const { headers } = await routes(changes)('/inbox/demo')
    expect(directives(headers.get('content-security-policy')).get('connect-src')).toBe(expected)
  })
})
