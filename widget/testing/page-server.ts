import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ShopPage = { html: string; headers?: Record<string, string> }

/** The shop's own site, on an origin of its own: whatever pages the test puts there. */
export async function startPageServer(pages: Record<string, ShopPage>) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://page').pathname]
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    })
    response.end(page?.html ?? '')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // Holds for a server that listens on a port.
  const { port } = server.address() as AddressInfo
  return {
    pages,
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      return new Promise((done) => server.close(done))
    },
  }
}

const QUEUE =
  'window.Counterbell=window.Counterbell||function(){(Counterbell.q=Counterbell.q||[]).push(arguments)}'

/** A page of the shop with the snippet as it is documented. */
export function shopPage(
  origin: string,
  options: { head?: string; body?: string; html?: string; nonce?: string; tag?: string } = {},
): string {
  const {
    head = '',
    body = '<h1>Corduroy jacket</h1>',
    html = 'lang="en"',
    nonce,
    tag = '',
  } = options
  const allowed = nonce ? ` nonce="${nonce}"` : ''
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Corduroy jacket</title>${head}</head>
<body>${body}<script${allowed}>${QUEUE}</script><script${allowed} async src="${origin}/widget.js" data-shop="demo" ${tag}></script></body></html>`
}

/** JSON-LD as shops write it. */
export const PRODUCT_DATA = `<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Corduroy jacket',
  sku: 'MRL-0412',
})}</script>`
