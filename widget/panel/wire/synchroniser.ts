import { ApiError } from '../model/api-client.ts'

/** Asks for what is missing at every moment at which something may have been missed. */
export type Synchroniser = {
  listen(isOn: boolean): void
  /** A call during a round makes it go round once more. */
  refresh(): Promise<void>
  refreshSoon(): void
  socketIs(isUp: boolean): void
}

export type RoundFailure = { error: unknown; nextInMs: number }

const GAP_WAIT_MS = 150
const POLL_WITHOUT_SOCKET_MS = 2_000
const POLL_BESIDE_SOCKET_MS = 30_000
const LONGEST_WAIT_MS = 15_000

/**
 * `catchUp` fetches every page after the cursor. `onRound` hears of each round: how it failed and
 * in how many milliseconds the next one comes, or nothing when it went well. Ends with `signal`.
 */
export function createSynchroniser(
  catchUp: () => Promise<void>,
  onRound: (failure?: RoundFailure) => void,
  signal: AbortSignal,
): Synchroniser {
  let isOn = false
  let isUp = false
  let failures = 0
  let goAgain = false
  let round: Promise<void> | undefined
  let pollTimer: ReturnType<typeof setTimeout> | undefined
  let isDueSoon = false

  function refresh(): Promise<void> {
    goAgain = true
    round ??= goRound().finally(() => {
      round = undefined
    })
    return round
  }

  async function goRound(): Promise<void> {
    let waitMs = isUp ? POLL_BESIDE_SOCKET_MS : POLL_WITHOUT_SOCKET_MS
    try {
      while (goAgain) {
        goAgain = false
        await catchUp()
      }
      failures = 0
      onRound()
    } catch (error) {
      goAgain = false
      const backOffMs = Math.min(POLL_WITHOUT_SOCKET_MS * 2 ** failures++, LONGEST_WAIT_MS)
      waitMs = (error instanceof ApiError && error.retryAfterMs) || backOffMs
      onRound({ error, nextInMs: waitMs })
    }
    clearTimeout(pollTimer)
    // A hidden page asks nothing; it asks when it is seen again.
    if (isOn && !document.hidden && !signal.aborted) pollTimer = setTimeout(refresh, waitMs)
  }

  const wake = () => {
    if (isOn && !document.hidden) refresh()
  }
  document.addEventListener('visibilitychange', wake, { signal })
  addEventListener('online', wake, { signal })
  addEventListener('pageshow', wake, { signal })

  return {
    refresh,
    refreshSoon() {
      if (isDueSoon) return
      isDueSoon = true
      setTimeout(() => {
        isDueSoon = false
        refresh()
      }, GAP_WAIT_MS)
    },
    listen(on) {
      if (on === isOn) return
      isOn = on
      clearTimeout(pollTimer)
      if (on) refresh()
    },
    socketIs(up) {
      const opened = up && !isUp
      isUp = up
      if (isOn && (opened || !up)) refresh()
    },
  }
}
