import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { choosePage } from './choose-page.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { findFile, type StaticFile } from './find-file.ts'
import type { Shop } from './pages/shop.ts'
import { readShop } from './read-shop.ts'

export interface ShopOptions {
  /** This folder: where `content` and `public` lie. */
  root: string
  /** 0 for any free port. */
  port: number
  host: string
  /** Where the widget comes from, such as `http://127.0.0.1:8787`. */
  counterbellOrigin: string
  shopId: string
}

export interface RunningShop {
  port: number
  close(): Promise<void>
}

const COMMON_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const body = readFileSync(file.path)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
  const headers = {
    ...COMMON_HEADERS,
    'Content-Type': file.type,
    'Cache-Control': file.maxAge ? `public, max-age=${file.maxAge}` : 'no-cache',
    ETag: etag,
  }
  if (request.headers['if-none-match'] === etag) response.writeHead(304, headers).end()
  else response.writeHead(200, { ...headers, 'Content-Length': body.length }).end(body)
}

function originOf(request: IncomingMessage, options: ShopOptions): string {
  const host = request.headers.host ?? ''
  return `http://${/^[\w.:[\]-]+$/.test(host) ? host : `${options.host}:${options.port}`}`
}

function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  shop: Shop,
  options: ShopOptions,
): void {
  const { counterbellOrigin, shopId } = options
  const nonce = randomBytes(16).toString('base64url')
  const { status, page } = choosePage({
    shop,
    origin: originOf(request, options),
    path: url.pathname,
    query: url.searchParams,
    nonce,
    counterbellOrigin,
    shopId,
    now: new Date(),
  })
  response
    .writeHead(status, {
      ...COMMON_HEADERS,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy({ nonce, counterbellOrigin }),
    })
    .end(page.markup)
}

/** The path as it was asked for, decoded once; `URL` would quietly resolve what climbs. */
function readUrl(request: IncomingMessage): URL | undefined {
  const target = request.url ?? '/'
  try {
    const path = decodeURIComponent(target.split('?')[0] ?? '/')
    if (!path.startsWith('/') || /\0|\\|(^|\/)\.\.?(\/|$)|\/\//.test(path)) return undefined
    return new URL(target, 'http://shop.invalid')
  } catch {
    return undefined
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  shop: Shop,
  options: ShopOptions,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...COMMON_HEADERS, Allow: 'GET, HEAD' }).end()
    return
  }
  const url = readUrl(request)
  if (!url) {
    response.writeHead(400, COMMON_HEADERS).end()
    return
  }
  const file = findFile(options.root, decodeURIComponent(url.pathname))
  if (file) sendFile(request, response, file)
  else sendPage(request, response, url, shop, options)
}

function listen(server: Server, { port, host }: ShopOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
}

/** Opens the demo shop on an origin of its own. */
export async function serveShop(options: ShopOptions): Promise<RunningShop> {
  const shop = readShop(options.root)
  const server = createServer((request, response) => answer(request, response, shop, options))
  const port = await listen(server, options)
  return {
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
