import { sign, verify } from 'hono/jwt'
import * as v from 'valibot'
import { RoomClaims } from '../../protocol/frames.ts'

/** Named at both ends: a token that says another algorithm, or none, is refused. */
const ALGORITHM = 'HS256'

/** Long enough to connect with; fetched anew at each attempt. */
export const ROOM_TOKEN_LIFE_S = 60

export function signRoomToken(key: string, claims: RoomClaims): Promise<string> {
  return sign(claims, key, ALGORITHM)
}

/** The claims of a token that is ours, still valid and made for exactly this room; otherwise undefined. */
export async function verifyRoomToken(
  key: string,
  token: string,
  seat: { party: RoomClaims['party']; room: string },
): Promise<RoomClaims | undefined> {
  const payload = await verify(token, key, ALGORITHM).catch(() => undefined)
  const { success, output: claims } = v.safeParse(RoomClaims, payload)
  if (!success || claims.party !== seat.party || claims.room !== seat.room) return undefined
  return claims
}
