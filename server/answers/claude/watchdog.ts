import { ClaudeFailure, type ClaudeFailureReason } from './claude-failure.ts'

export type WatchdogTimes = {
  /** Until the first word. With `idleMs` it must stay below 10 s: then the shopper has another answer. */
  firstWordMs: number
  /** Between any two signs of life after it. */
  idleMs: number
  totalMs: number
}

export const WATCHDOG_TIMES: WatchdogTimes = { firstWordMs: 5_000, idleMs: 4_000, totalMs: 30_000 }

export type Watchdog = {
  /** Aborts with the failure as its reason. */
  signal: AbortSignal
  /** The model said something. */
  word(): void
  stop(): void
}

/** The SDK's own timeout ends at the headers; a stream that dawdles behind them is ours to end. */
export function createWatchdog({ firstWordMs, idleMs, totalMs }: WatchdogTimes): Watchdog {
  const abort = new AbortController()
  const after = (ms: number, reason: ClaudeFailureReason) =>
    setTimeout(() => abort.abort(new ClaudeFailure(reason)), ms)
  const total = after(totalMs, 'too_slow')
  let next = after(firstWordMs, 'first_word_timeout')
  return {
    signal: abort.signal,
    word() {
      clearTimeout(next)
      next = after(idleMs, 'idle_timeout')
    },
    stop() {
      clearTimeout(next)
      clearTimeout(total)
    },
  }
}
