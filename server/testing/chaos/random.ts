/** Chance that can be had again: the same seed gives the same run, as far as the machine plays along. */
export type Random = {
  /** 0 … n − 1 */
  below(n: number): number
  chance(probability: number): boolean
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T | undefined
}

/** mulberry32: 32 bits of state are enough for a test. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    chance: (probability) => next() < probability,
    between: (low, high) => low + next() * (high - low),
    pick: (from) => from[below(from.length)],
  }
}
