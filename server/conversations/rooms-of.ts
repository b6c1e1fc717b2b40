import type { Context } from 'hono'
import type { Room } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { TeammateEnv, VisitorEnv } from '../http/app-env.ts'
import { roomFor } from '../rooms/room-address.ts'

/** The same room for its visitor and for staff: who they are stands in the token. */
export function conversationRoom<E extends VisitorEnv | TeammateEnv>(
  c: Context<E>,
  conversationId: ConversationId,
): Promise<Room> {
  const ctx = c.get('ctx')
  return roomFor(c.get('platform'), c.req.raw, { party: 'conversation', ctx, conversationId })
}

export function inboxRoom(c: Context<TeammateEnv>): Promise<Room> {
  return roomFor(c.var.platform, c.req.raw, { party: 'inbox', ctx: c.var.ctx })
}
