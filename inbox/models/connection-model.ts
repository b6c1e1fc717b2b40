import { signal } from '@preact/signals'

const TICK_MS = 5000
/** A page that nobody has looked at for so long no longer says that a teammate is around. */
const AROUND_WHILE_HIDDEN_MS = 15 * 60_000

export type ConnectionModel = ReturnType<typeof createConnectionModel>

/** What the page knows of the line to the server: whether it holds, and the server's time. */
export function createConnectionModel() {
  const reachable = signal(true)
  const skewMs = signal(0)
  /** The server's time, moved every few seconds: for minutes, not for order. */
  const now = signal(Date.now())
  let hiddenAt: number | null = null
  return {
    reachable,
    now,
    hidden(isHidden: boolean) {
      hiddenAt = isHidden ? (hiddenAt ?? Date.now()) : null
    },
    /** Nobody has looked at the page for a while: it asks for nothing, since asking says that somebody is around. */
    isAway: () => hiddenAt !== null && Date.now() - hiddenAt >= AROUND_WHILE_HIDDEN_MS,
    reached: () => {
      reachable.value = true
    },
    unreached: () => {
      reachable.value = false
    },
    hearServerTime(serverNow: number) {
      skewMs.value = serverNow - Date.now()
      now.value = serverNow
    },
    tick() {
      now.value = Date.now() + skewMs.peek()
    },
  }
}

export type Heartbeat = {
  /** Every few seconds while somebody is, or was lately, at the page. */
  tick(): void
  /** The page was looked at again, or the network came back: whatever was missed is due now. */
  woke(): void
}

/** Drives `heartbeat` from the browser's events; returns what stops it. */
export function startHeartbeat(connection: ConnectionModel, heartbeat: Heartbeat): () => void {
  connection.hidden(document.hidden)
  const timer = setInterval(() => {
    if (!connection.isAway()) heartbeat.tick()
  }, TICK_MS)
  const woke = () => {
    connection.hidden(document.hidden)
    if (!document.hidden) heartbeat.woke()
  }
  document.addEventListener('visibilitychange', woke)
  window.addEventListener('online', woke)
  window.addEventListener('pageshow', woke)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', woke)
    window.removeEventListener('online', woke)
    window.removeEventListener('pageshow', woke)
  }
}
