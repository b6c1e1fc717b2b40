import type { Context } from 'hono'
import type { Room } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { TeammateEnv, VisitorEnv } from '../http/app-env.ts'
import { roomFor } from '../rooms/room-address.ts'

export function visitorRoom(c: Context<VisitorEnv>, conversationId: ConversationId): Promise<Room> {
  const { platform, ctx } = c.var
  return roomFor(platform, c.req.raw, { party: 'conversation', ctx, conversationId })
}

export function staffRoom(c: Context<TeammateEnv>, conversationId: ConversationId): Promise<Room> {
  const { platform, ctx } = c.var
  return roomFor(platform, c.req.raw, { party: 'conversation', ctx, conversationId })
}

export function inboxRoom(c: Context<TeammateEnv>): Promise<Room> {
  return roomFor(c.var.platform, c.req.raw, { party: 'inbox', ctx: c.var.ctx })
}
