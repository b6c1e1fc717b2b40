import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { type Answer, answerCall, type Call } from './scripted-api.ts'
import { createScriptedRooms } from './scripted-rooms.ts'
import type { ScriptedShop } from './scripted-shop.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

export type ScriptedServer = Awaited<ReturnType<typeof startScriptedServer>>

/** Serves the built page, the contract's staff routes and rooms of one shop, on a free loopback port. */
export async function startScriptedServer(shop: ScriptedShop, distDir: string) {
  const calls: Call[] = []
  let intercept: (call: Call) => Answer | 'drop' | null = () => null
  let sessionsStand = true

  const server = createServer((request, response) => {
    void handle(request, response).catch((error) => response.destroy(error))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = addressOf(server.address())
  const host = `127.0.0.1:${port}`
  const rooms = createScriptedRooms(server, host, shop)

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', `http://${host}`)
    const api = `/v1/shops/${shop.session.shop.id}`
    if (!url.pathname.startsWith(api)) return serveFile(url.pathname, response)
    const call: Call = {
      method: request.method ?? 'GET',
      path: url.pathname.slice(api.length),
      query: url.searchParams,
      body: await readBody(request),
    }
    calls.push(call)
    const scripted = intercept(call)
    const signedIn = sessionsStand && (request.headers.cookie ?? '').includes('cb=in')
    if (scripted === 'drop') return response.destroy()
    const answer = scripted ?? answerCall(shop, rooms.roomOf, call, signedIn)
    if (answer.cookie) {
      sessionsStand = true
      response.setHeader('set-cookie', answer.cookie)
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(answer.body && JSON.stringify(answer.body))
  }

  function serveFile(path: string, response: ServerResponse) {
    const isPage = path === `/inbox/${shop.session.shop.id}`
    try {
      const file = isPage ? 'index.html' : path.replace(/^\/inbox\//, '')
      const content = readFileSync(join(distDir, file))
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
      if (isPage) response.setHeader('content-security-policy', CSP)
      response.end(content)
    } catch {
      response.writeHead(404).end()
    }
  }

  return {
    origin: `http://${host}`,
    inboxUrl: `http://${host}/inbox/${shop.session.shop.id}`,
    calls,
    shop,
    rooms,
    /** What the next calls get instead of the contract's answer; null lets them through. */
    interceptWith(next: typeof intercept) {
      intercept = next
    },
    endSessions() {
      sessionsStand = false
    },
    async close() {
      rooms.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  return text ? JSON.parse(text) : {}
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return address
}
