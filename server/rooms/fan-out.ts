import type { RoomClaims } from '../../protocol/frames.ts'
import { CLOSE, closeSocket, type RoomSocket, sayBye, seatOf, sendTo } from './room-socket.ts'
import type { SocketLedger } from './socket-ledger.ts'

/** Frames as text, each with who may have it. */
export type Outgoing = { text: string; mayReceive(claims: RoomClaims): boolean }

/** Sends to every socket what its holder may have, and says to how many. Ends those whose hour is over or that do not read. */
export function fanOut(
  sockets: Iterable<RoomSocket>,
  outgoing: Outgoing[],
  ledger: SocketLedger,
  nowAt: number,
): number {
  let reached = 0
  for (const socket of sockets) {
    const { claims, untilAt } = seatOf(socket)
    if (nowAt >= untilAt) sayBye(socket, 'expired')
    else if (deliver(socket, claims, outgoing, ledger)) reached += 1
  }
  return reached
}

function deliver(
  socket: RoomSocket,
  claims: RoomClaims,
  outgoing: Outgoing[],
  ledger: SocketLedger,
): boolean {
  for (const { text, mayReceive } of outgoing) {
    if (!mayReceive(claims)) continue
    if (!ledger.owe(socket.id, text.length)) {
      closeSocket(socket, CLOSE.slow)
      return false
    }
    if (!sendTo(socket, text)) return false
  }
  return true
}
