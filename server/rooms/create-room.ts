import * as v from 'valibot'
import { ClientFrame, type Kick, type RoomClaims } from '../../protocol/frames.ts'
import { fanOut } from './fan-out.ts'
import { CLOSE, closeSocket, type RoomSocket, sayBye, seatOf, sendTo } from './room-socket.ts'
import { ROOM_TOKEN_LIFE_S } from './room-token.ts'
import { createSocketLedger } from './socket-ledger.ts'
import { claimsOf, takeSeat } from './socket-seat.ts'

const SOCKETS_PER_SUBJECT = 10
const CLIENT_FRAME_LIMIT_BYTES = 2048
/** Until the last token from before has run out, whatever the two clocks say. */
const KICK_HOLDS_MS = 2 * ROOM_TOKEN_LIFE_S * 1000
const PONG = JSON.stringify({ type: 'pong' })

type Sockets = () => Iterable<RoomSocket>
type Typing = Extract<ClientFrame, { type: 'typing' }>
type Headers = { headers: { get(name: string): string | null } }

/** What tells one party from another. */
export type RoomRules<F> = {
  publication: v.GenericSchema<unknown, { frames: F[] } | Kick>
  mayReceive(frame: F, claims: RoomClaims): boolean
  /** What the others hear when somebody types; absent where nobody wants to know. */
  typing?(frame: Typing, claims: RoomClaims): unknown
}

/** A room's behaviour behind whatever runs it: fan-out only, nothing is kept and nothing decided. */
export type RoomBehaviour = {
  connect(socket: RoomSocket, request: Headers): void
  hear(message: unknown, socket: RoomSocket): void
  leave(socket: RoomSocket): void
  publish(request: { json(): Promise<unknown> }): Promise<Response>
}

export function createRoom<F>(
  sockets: Sockets,
  rules: RoomRules<F>,
  now = Date.now,
): RoomBehaviour {
  const ledger = createSocketLedger()
  /** When each subject was kicked: a token from before would still open a socket. */
  const kickedAt = new Map<string, number>()

  function send(to: Iterable<RoomSocket>, frames: F[]): number {
    const outgoing = frames.map((frame) => ({
      text: JSON.stringify(frame),
      mayReceive: (claims: RoomClaims) => rules.mayReceive(frame, claims),
    }))
    return fanOut(to, outgoing, ledger, now())
  }

  function isKicked(subject: string): boolean {
    for (const [kicked, at] of kickedAt) {
      if (now() - at > KICK_HOLDS_MS) kickedAt.delete(kicked)
    }
    return kickedAt.has(subject)
  }

  function kick(subject: string): number {
    kickedAt.set(subject, now())
    const theirs = ofSubject(sockets(), subject)
    for (const socket of theirs) sayBye(socket, 'kicked')
    return theirs.length
  }

  function passOnTyping(frame: Typing, { claims }: { claims: RoomClaims }): void {
    if (!rules.typing) return
    const others = [...sockets()].filter((s) => seatOf(s).claims.subject !== claims.subject)
    const text = JSON.stringify(rules.typing(frame, claims))
    fanOut(others, [{ text, mayReceive: () => true }], ledger, now())
  }

  return {
    connect(socket, request) {
      const claims = claimsOf(request)
      socket.setState(takeSeat(claims, now()))
      if (isKicked(claims.subject)) return sayBye(socket, 'kicked')
      // The newest goes: were it the oldest, eleven tabs would push each other out for ever.
      if (ofSubject(sockets(), claims.subject).length > SOCKETS_PER_SUBJECT) {
        sayBye(socket, 'too_fast')
      }
    },

    hear(message, socket) {
      const seat = seatOf(socket)
      if (now() >= seat.untilAt) return sayBye(socket, 'expired')
      if (!ledger.spoke(socket.id, now()) || isTooLong(message)) return sayBye(socket, 'too_fast')
      const frame = v.safeParse(v.pipe(v.string(), v.parseJson(), ClientFrame), message)
      if (!frame.success) return closeSocket(socket, CLOSE.malformed)
      if (frame.output.type === 'ping') sendTo(socket, PONG)
      else passOnTyping(frame.output, seat)
    },

    leave(socket) {
      ledger.forget(socket.id)
      // Answers the client's closing frame, which it otherwise waits for.
      closeSocket(socket, 1000)
    },

    async publish(request) {
      const body = await request.json().catch(() => undefined)
      const publication = v.safeParse(rules.publication, body)
      if (!publication.success) return new Response('Not a publication.', { status: 400 })
      const { output } = publication
      const reached = 'frames' in output ? send(sockets(), output.frames) : kick(output.subject)
      return Response.json({ sockets: reached })
    },
  }
}

function ofSubject(sockets: Iterable<RoomSocket>, subject: string): RoomSocket[] {
  return [...sockets].filter((socket) => seatOf(socket).claims.subject === subject)
}

function isTooLong(message: unknown): boolean {
  return (
    typeof message === 'string' &&
    new TextEncoder().encode(message).length > CLIENT_FRAME_LIMIT_BYTES
  )
}
