import type { Room, RoomClaims } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { TeammateContext, VisitorContext } from '../core/context.ts'
import { ownOrigin } from '../core/own-origin.ts'
import type { Platform } from '../core/platform.ts'
import { roomName } from './room-name.ts'
import { ROOM_TOKEN_LIFE_S, signRoomToken } from './room-token.ts'

/** Whose socket it will be, and in which room. */
export type RoomSeat =
  | {
      party: 'conversation'
      ctx: VisitorContext | TeammateContext
      conversationId: ConversationId
    }
  | { party: 'inbox'; ctx: TeammateContext }

/** Where and with what to connect, for a reply. Whoever gets it can be kicked from that room by subject. */
export async function roomFor(platform: Platform, request: Request, seat: RoomSeat): Promise<Room> {
  const { party, ctx } = seat
  const id = roomName(ctx.shop.id, party === 'conversation' ? seat.conversationId : undefined)
  const exp = Math.floor(ctx.now() / 1000) + ROOM_TOKEN_LIFE_S
  const claims = claimsFor(seat, id, exp)
  ctx.publish.rememberRoom(claims.subject, { party, id })
  const { host, protocol } = new URL(platform.roomsUrl ?? ownOrigin(platform, request))
  return {
    host,
    secure: protocol === 'https:',
    party,
    id,
    token: await signRoomToken(platform.roomTokenKey, claims),
    expiresAt: exp * 1000,
  }
}

function claimsFor(seat: RoomSeat, room: string, exp: number): RoomClaims {
  const { actor } = seat.ctx
  if (actor.kind === 'teammate') {
    const { sessionHash: subject, teammate } = actor
    return { role: 'staff', party: seat.party, room, subject, teammate, exp }
  }
  return { role: 'visitor', party: 'conversation', room, subject: actor.visitorId, exp }
}
