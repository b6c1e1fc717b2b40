import type { RoomClaims } from '../../protocol/frames.ts'
import { verifyRoomToken } from './room-token.ts'
import { seatRequest } from './socket-seat.ts'

/** The gate of a room: lets a socket in that brings a token for exactly this party and room. */
export async function admitSocket(
  request: Request,
  room: { party: RoomClaims['party']; id: string; tokenKey: unknown },
): Promise<Request | Response> {
  if (typeof room.tokenKey !== 'string' || room.tokenKey === '') {
    return new Response('These rooms have no ROOM_TOKEN_KEY.', { status: 503 })
  }
  const token = new URL(request.url).searchParams.get('token') ?? ''
  const claims = await verifyRoomToken(room.tokenKey, token, { party: room.party, room: room.id })
  if (!claims) {
    return new Response('Connect with a room token for this room that has not expired.', {
      status: 401,
    })
  }
  return seatRequest(request, claims)
}
