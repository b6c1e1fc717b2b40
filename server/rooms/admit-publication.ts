import { timingSafeEqual } from 'hono/utils/buffer'

/** Over HTTP a room takes one thing: what the server publishes with its own key. */
export async function admitPublication<R extends Request>(
  request: R,
  publishKey: unknown,
): Promise<R | Response> {
  if (request.method !== 'POST') {
    return new Response(null, { status: 405, headers: { allow: 'POST' } })
  }
  if (typeof publishKey !== 'string' || publishKey === '') {
    return new Response('These rooms have no ROOM_PUBLISH_KEY.', { status: 503 })
  }
  const authorization = request.headers.get('authorization') ?? ''
  const known = await timingSafeEqual(authorization, `Bearer ${publishKey}`)
  return known ? request : new Response(null, { status: 403 })
}
