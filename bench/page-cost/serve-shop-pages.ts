import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ShopPages = {
  /** Base URL of the shop as it is. */
  withTag: string
  /** The same shop without the snippet: the floor. */
  bare: string
  close(): void
}

/** The two elements of the snippet; JSON-LD is a script as well, and stays. */
const SNIPPET =
  /<script[^>]*>window\.Counterbell=[\s\S]*?<\/script>|<script[^>]*\/widget\.js"[^>]*><\/script>/g
const HELD_BACK = ['content-length', 'transfer-encoding', 'connection', 'keep-alive']

/** The demo shop twice, each through a proxy of its own, so that both pay the same on the way. */
export async function serveShopPages(shopUrl: string): Promise<ShopPages> {
  const withTag = await serveThrough(shopUrl, (html) => html)
  const bare = await serveThrough(shopUrl, (html) => {
    const without = html.replace(SNIPPET, '')
    if (/widget\.js|window\.Counterbell/.test(without))
      throw new Error('the snippet is still there')
    return without
  })
  return {
    withTag: urlOf(withTag),
    bare: urlOf(bare),
    close() {
      for (const server of [withTag, bare]) server.close().closeAllConnections()
    },
  }
}

async function serveThrough(shopUrl: string, change: (html: string) => string): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      const reply = await fetch(new URL(request.url ?? '/', shopUrl))
      const headers = [...reply.headers].filter(([name]) => !HELD_BACK.includes(name))
      const isPage = reply.headers.get('content-type')?.startsWith('text/html')
      const body = isPage ? change(await reply.text()) : Buffer.from(await reply.arrayBuffer())
      response.writeHead(reply.status, Object.fromEntries(headers)).end(body)
    } catch (error) {
      console.error(error)
      response.destroy()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return server
}

/** Holds for a server that listens on a port. */
function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
