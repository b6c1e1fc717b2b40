import { AppError } from '../core/app-error.ts'
import type { Clock } from '../core/clock.ts'

type Rate = { limit: number; windowMs: number }

/** Counts in memory, a window a key, from the key's first use on. Bounded: the oldest windows go first. */
export type RateLimiter = {
  /** Takes one, or refuses with `rate_limited` and the seconds to wait. */
  take(key: string, rate: Rate): void
  /** What was taken did not count after all. */
  giveBack(key: string): void
}

type Window = { count: number; endsAt: number }

export function createRateLimiter(now: Clock, keyLimit = 50_000): RateLimiter {
  const windows = new Map<string, Window>()

  /** Windows are kept in the order in which they began. */
  const makeRoom = () => {
    for (const [key, { endsAt }] of windows) {
      if (windows.size < keyLimit && endsAt > now()) return
      windows.delete(key)
    }
  }

  return {
    take(key, { limit, windowMs }) {
      const window = windows.get(key)
      if (!window || window.endsAt <= now()) {
        windows.delete(key)
        makeRoom()
        windows.set(key, { count: 1, endsAt: now() + windowMs })
        return
      }
      if (window.count >= limit) throw tooMany(window.endsAt - now())
      window.count++
    },

    giveBack(key) {
      const window = windows.get(key)
      if (window && window.count > 0) window.count--
    },
  }
}

function tooMany(waitMs: number): AppError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000)
  return new AppError(
    'rate_limited',
    `That was too often. Try again in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`,
    { retryAfterSeconds },
  )
}
