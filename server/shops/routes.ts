import { Hono } from 'hono'
import { sha256Hex } from '../core/sha256-hex.ts'
import type { AppEnv } from '../http/app-env.ts'
import { widgetConfig } from './widget-config.ts'

export function shopRoutes() {
  return new Hono<AppEnv>().get('/widget', async (c) => {
    const body = JSON.stringify(widgetConfig(c.get('shop')))
    const etag = `"${(await sha256Hex(body)).slice(0, 32)}"`
    c.header('etag', etag)
    c.header('cache-control', 'public, max-age=300')
    if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304)
    c.header('content-type', 'application/json')
    return c.body(body)
  })
}
