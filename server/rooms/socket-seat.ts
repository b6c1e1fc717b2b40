import * as v from 'valibot'
import { RoomClaims } from '../../protocol/frames.ts'

/** A socket stands an hour; then its holder proves anew that it may listen. */
const SOCKET_LIFE_MS = 60 * 60_000

/** Carries the checked claims from the gate to the room; whatever a client put there is overwritten. */
const CLAIMS_HEADER = 'x-counterbell-claims'

/** Who sits at a socket, from its token alone. Kept by the runtime while the room sleeps. */
export type SocketSeat = { claims: RoomClaims; untilAt: number }

/** The request that opens the socket: without the token, with the claims and an id that nobody chose. */
export function seatRequest(request: Request, claims: RoomClaims): Request {
  const { origin, pathname } = new URL(request.url)
  const seated = new Request(`${origin}${pathname}?_pk=${crypto.randomUUID()}`, request)
  // A header holds bytes only; a teammate's name holds any letter.
  seated.headers.set(CLAIMS_HEADER, encodeURIComponent(JSON.stringify(claims)))
  return seated
}

export function claimsOf(request: { headers: { get(name: string): string | null } }): RoomClaims {
  const header = decodeURIComponent(request.headers.get(CLAIMS_HEADER) ?? '')
  return v.parse(v.pipe(v.string(), v.parseJson(), RoomClaims), header)
}

export function takeSeat(claims: RoomClaims, nowAt: number): SocketSeat {
  return { claims, untilAt: nowAt + SOCKET_LIFE_MS }
}
