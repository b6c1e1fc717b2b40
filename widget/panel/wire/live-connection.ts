import type { ClientFrame, ConversationRoomFrame, Room } from '../../../protocol/frames.ts'
import type { LiveSocket } from '../live/live-socket.ts'

/** The socket as the model sees it: wanted or not, and fetched as a chunk of its own when first wanted. */
export type LiveConnection = {
  want(isWanted: boolean): void
  /** A reply named the room anew. */
  meet(room: Room): void
  send(frame: ClientFrame): void
}

/** Shorter than a room token's life, so that one is never used at its end. */
const ROOM_FRESH_MS = 20_000

export function createLiveConnection(deps: {
  refresh(): Promise<void>
  onFrame(frame: ConversationRoomFrame): void
  onState(isUp: boolean): void
  signal: AbortSignal
}): LiveConnection {
  const { signal } = deps
  let isWanted = false
  let isHidden = false
  let room: Room | undefined
  let metAt = Number.NEGATIVE_INFINITY
  let socket: Promise<LiveSocket> | undefined

  /** The room with a token that is young enough, by our own clock: the server's may differ. */
  async function freshRoom(): Promise<Room> {
    if (performance.now() - metAt > ROOM_FRESH_MS) await deps.refresh()
    metAt = Number.NEGATIVE_INFINITY
    if (!room) throw new Error('There is no room yet.')
    return room
  }

  function update(): void {
    if (isWanted && !isHidden && room && !socket) {
      const first = room
      socket = import('../live/live-socket.ts').then((chunk) =>
        chunk.openLiveSocket(first, { ...deps, freshRoom }),
      )
      socket.catch(() => {
        // The chunk did not come. Polling goes on, and the next reply tries again.
        socket = undefined
      })
    } else if (socket && (!isWanted || isHidden)) {
      socket.then((opened) => opened.close())
      socket = undefined
      deps.onState(false)
    }
  }

  // A page that may come back from the back/forward cache keeps no socket meanwhile.
  const followPage = ({ type }: Event) => {
    isHidden = type === 'pagehide'
    update()
  }
  addEventListener('pagehide', followPage, { signal })
  addEventListener('pageshow', followPage, { signal })

  return {
    want(wanted) {
      isWanted = wanted
      update()
    },
    meet(next) {
      room = next
      metAt = performance.now()
      update()
    },
    send: (frame) => void socket?.then((opened) => opened.send(frame)),
  }
}
