import type { ByeCode } from '../../protocol/frames.ts'
import type { SocketSeat } from './socket-seat.ts'

/** What the rooms need of a connection, so that their logic knows no vendor. */
export type RoomSocket = {
  readonly id: string
  readonly state: unknown
  setState(state: unknown): unknown
  send(text: string): void
  close(code: number, reason: string): void
}

export const CLOSE = { malformed: 4400, expired: 4401, kicked: 4403, slow: 4408, tooFast: 4429 }

const BYE_CLOSE: Record<ByeCode, number> = {
  expired: CLOSE.expired,
  kicked: CLOSE.kicked,
  too_fast: CLOSE.tooFast,
}

/** Says why, then closes: the closing itself may reach a client seconds later when the room sleeps. */
export function sayBye(socket: RoomSocket, code: ByeCode): void {
  sendTo(socket, JSON.stringify({ type: 'bye', code }))
  closeSocket(socket, BYE_CLOSE[code])
}

/** False when the socket is gone: one that dies in mid-round must not keep the rest from hearing. */
export function sendTo(socket: RoomSocket, text: string): boolean {
  try {
    socket.send(text)
    return true
  } catch {
    return false
  }
}

export function closeSocket(socket: RoomSocket, code: number): void {
  try {
    socket.close(code, '')
  } catch {
    // It was closed already.
  }
}

/** Holds because a room sets a socket's state once, when it opens, and sets a `SocketSeat`. */
export function seatOf(socket: RoomSocket): SocketSeat {
  return socket.state as SocketSeat
}
