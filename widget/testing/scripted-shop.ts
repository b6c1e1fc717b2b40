import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import type { WidgetConfig } from '../../protocol/api.ts'
import { AppError } from '../../server/core/app-error.ts'
import { absent, type Call, type Fault, refuse, type ScriptedShop, send } from './scripted-call.ts'
import { createConversationRoutes } from './scripted-conversations.ts'
import { createScriptedRooms } from './scripted-rooms.ts'

const DIST = resolve(import.meta.dirname, '../../dist/widget')

/** A server that speaks the documented contract and answers as the test has written down. */
export async function startScriptedShop(config: WidgetConfig): Promise<ScriptedShop> {
  const rooms = createScriptedRooms()
  const shop: ScriptedShop = {
    origin: '',
    config,
    items: [],
    passages: [],
    around: [],
    answers: [],
    faults: [],
    requests: [],
    logs: new Map(),
    sockets: rooms.sockets,
    only() {
      const log = [...shop.logs.values()].at(-1)
      if (!log) throw new Error('No conversation has begun.')
      return log
    },
    release: () => conversations.release(),
    close: async () => {
      conversations.release()
      rooms.sockets.dropAll()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  const conversations = createConversationRoutes(shop)
  const server = createServer((request, response) => {
    handle(shop, conversations.handle, request, response).catch((error) => {
      if (error instanceof AppError) return refuse(response, error)
      console.error(error)
      response.destroy()
    })
  })
  rooms.attach(server, (id) => shop.logs.get(id))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // Holds for a server that listens on a port.
  shop.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return shop
}

async function handle(
  shop: ScriptedShop,
  converse: (call: Call) => Promise<void>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://shop')
  const method = request.method ?? 'GET'
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
  response.setHeader('access-control-expose-headers', 'retry-after')
  response.setHeader('access-control-allow-headers', 'authorization, content-type')
  response.setHeader('cross-origin-resource-policy', 'cross-origin')
  if (method === 'OPTIONS') return void response.writeHead(204).end()
  shop.requests.push(`${method} ${url.pathname}${url.search}`)
  const body = await readBody(request)
  const call: Call = { method, url, request, response, body }
  const fault = shop.faults.find(
    (one) => one.times > 0 && one.path.test(url.pathname) && (one.method ?? method) === method,
  )
  if (fault) {
    fault.times--
    if (!fault.after) return fail(response, fault)
    // Done, and the reply is lost on the way.
    response.write = () => true
    response.end = () => response.destroy()
    return converse(call)
  }
  if (serveFile(url.pathname, response)) return
  const path = url.pathname.replace(`/v1/shops/${shop.config.shop.id}`, '')
  if (path === '/widget') return send(response, 200, shop.config)
  if (path === '/items') {
    const item = shop.items.find((one) => one.code === url.searchParams.get('code'))
    if (!item) throw absent()
    return send(response, 200, { item })
  }
  if (path.startsWith('/passages/')) {
    const passage = shop.passages.find((one) => path.endsWith(one.id))
    if (!passage) throw absent()
    return send(response, 200, passage)
  }
  return converse(call)
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault.status === 'cut') return void response.destroy()
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', String(fault.retryAfter))
  const error = { code: fault.code ?? 'internal', message: 'Scripted.', requestId: 'req' }
  send(response, fault.status, { error })
}

function serveFile(path: string, response: ServerResponse): boolean {
  const file = /^\/(?:widget\/)?([\w.-]+\.js)$/.exec(path)?.[1]
  if (!file || !existsSync(join(DIST, file))) return false
  const headers = { 'content-type': 'text/javascript', 'timing-allow-origin': '*' }
  response.writeHead(200, headers).end(readFileSync(join(DIST, file)))
  return true
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text ? JSON.parse(text) : {}
}
