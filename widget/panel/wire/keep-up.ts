import type { ClientFrame, ConversationRoomFrame, Room } from '../../../protocol/frames.ts'
import { createLiveConnection } from './live-connection.ts'
import { createSynchroniser, type RoundFailure } from './synchroniser.ts'

/** Hears of what others do: by the room's socket while it is open, by asking all the while. */
export type KeepUp = {
  /** On from the first act on while the panel is open, or while people hold the conversation. */
  listen(isOn: boolean): void
  /** Asks now for what is missing. */
  refresh(): Promise<void>
  /** Asks in a moment: one wire is often just a little ahead of another. */
  refreshSoon(): void
  /** A reply named the room anew. */
  meet(room: Room): void
  send(frame: ClientFrame): void
}

export function createKeepUp(deps: {
  catchUp(): Promise<void>
  onRound(failure?: RoundFailure): void
  onFrame(frame: ConversationRoomFrame): void
  signal: AbortSignal
}): KeepUp {
  const { signal } = deps
  const sync = createSynchroniser(deps.catchUp, deps.onRound, signal)
  const connection = createLiveConnection({
    refresh: sync.refresh,
    onFrame: deps.onFrame,
    onState: sync.socketIs,
    signal,
  })
  return {
    listen(isOn) {
      sync.listen(isOn)
      connection.want(isOn)
    },
    refresh: sync.refresh,
    refreshSoon: sync.refreshSoon,
    meet: connection.meet,
    send: connection.send,
  }
}
