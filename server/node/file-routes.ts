import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import type { Platform } from '../core/platform.ts'
import { inboxPageHeaders } from './inbox-page-headers.ts'
import { createFileReader, type StaticFile } from './static-file.ts'

/** The widget's files run in pages of other origins. */
const FOR_EVERY_PAGE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
}
const IMMUTABLE = 'public, max-age=31536000, immutable'
const FILE_NAME = '[\\w.-]+'

/** What the build made: the widget's bundles, and the inbox as a page. */
export function fileRoutes(platform: Platform, dist: string): Hono {
  const read = createFileReader()
  const routes = new Hono()

  routes.get('/widget.js', (c) =>
    send(c, read(join(dist, 'widget/widget.js')), {
      ...FOR_EVERY_PAGE,
      'cache-control': 'no-cache',
    }),
  )
  routes.get(`/widget/:file{${FILE_NAME}\\.js}`, (c) =>
    send(c, read(join(dist, 'widget', c.req.param('file'))), {
      ...FOR_EVERY_PAGE,
      'cache-control': IMMUTABLE,
    }),
  )
  routes.get(`/inbox/assets/:file{${FILE_NAME}}`, (c) =>
    send(c, read(join(dist, 'inbox/assets', c.req.param('file'))), {
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': IMMUTABLE,
    }),
  )
  routes.get('/inbox/:shop', (c) => {
    const shop = platform.shops.find(c.req.param('shop'))
    if (!shop) return c.text('There is no shop of this name here.', 404)
    const headers = inboxPageHeaders(platform, c.req.raw, shop)
    return send(c, read(join(dist, 'inbox/index.html')), headers)
  })
  return routes
}

function send(c: Context, file: StaticFile | undefined, headers: Record<string, string>): Response {
  if (!file) return c.text('There is no such file.', 404)
  const { bytes, encoding } = file.body(c.req.header('accept-encoding') ?? '')
  // A weak tag: the same text, whatever its encoding.
  const etag = `W/"${file.etag}"`
  c.header('etag', etag)
  c.header('vary', 'accept-encoding')
  c.header('x-content-type-options', 'nosniff')
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304)
  c.header('content-type', file.type)
  if (encoding) c.header('content-encoding', encoding)
  return c.body(bytes)
}
