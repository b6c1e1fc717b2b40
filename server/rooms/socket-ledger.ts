/** What a socket may be owed before it is taken for one that has stopped reading. */
const OWED_LIMIT_BYTES = 512 * 1024
const FRAMES_PER_WINDOW = 60
const WINDOW_MS = 10_000

type Account = { owedBytes: number; windowAt: number; frames: number }

/**
 * Counts, per socket, what it was sent since it last spoke and how often it speaks. In memory: a room
 * that sleeps has been still for longer than the window.
 */
export type SocketLedger = {
  /** Notes that `bytes` are sent; false when that is more than a reader leaves standing. */
  owe(socketId: string, bytes: number): boolean
  /** Notes that the socket spoke; false when it speaks too fast. */
  spoke(socketId: string, nowAt: number): boolean
  forget(socketId: string): void
}

export function createSocketLedger(): SocketLedger {
  const accounts = new Map<string, Account>()

  function accountOf(socketId: string): Account {
    const account = accounts.get(socketId) ?? { owedBytes: 0, windowAt: 0, frames: 0 }
    accounts.set(socketId, account)
    return account
  }

  return {
    owe(socketId, bytes) {
      const account = accountOf(socketId)
      account.owedBytes += bytes
      return account.owedBytes <= OWED_LIMIT_BYTES
    },
    spoke(socketId, nowAt) {
      const account = accountOf(socketId)
      account.owedBytes = 0
      if (nowAt - account.windowAt >= WINDOW_MS) {
        account.windowAt = nowAt
        account.frames = 0
      }
      account.frames += 1
      return account.frames <= FRAMES_PER_WINDOW
    },
    forget(socketId) {
      accounts.delete(socketId)
    },
  }
}
