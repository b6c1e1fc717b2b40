/** How soon a person is expected to answer. One figure for every shop until there is a setting for it. */
export const PROMISE_MINUTES = 10

export type WaitWeight = 'fresh' | 'half' | 'overdue'

export function waitedMinutes(requestedAt: number, now: number): number {
  return Math.max(0, Math.floor((now - requestedAt) / 60_000))
}

/** Waiting grows in weight: plain, from half the promise on a tint, past the promise filled. */
export function waitWeight(minutes: number): WaitWeight {
  if (minutes >= PROMISE_MINUTES) return 'overdue'
  return minutes >= PROMISE_MINUTES / 2 ? 'half' : 'fresh'
}
