import type { MiddlewareHandler } from 'hono'
import { BODY_LIMIT_BYTES } from './read-body.ts'

/**
 * Ends the connection behind a reply to a body that nobody has read and that may be long or endless:
 * otherwise the runtime would go on taking it in, so as to use the connection again.
 */
export const closeUnread: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers, bodyUsed } = c.req.raw
  const mayBeLong =
    headers.has('transfer-encoding') || Number(headers.get('content-length')) > BODY_LIMIT_BYTES
  if (mayBeLong && !bodyUsed) c.header('connection', 'close')
}
