import { percentile } from '../../server/testing/chaos/liveness.ts'

export type Percentiles = { p50: number; p99: number }

export function percentilesOf(timesMs: number[]): Percentiles {
  return { p50: percentile(timesMs, 0.5), p99: percentile(timesMs, 0.99) }
}

/** A row of a table of times, with how many times the floor they are. */
export function latencyRow(timesMs: number[], floor: Percentiles) {
  const { p50, p99 } = percentilesOf(timesMs)
  return {
    'p50 ms': rounded(p50),
    'p99 ms': rounded(p99),
    'p50 / floor': rounded(p50 / floor.p50),
    'p99 / floor': rounded(p99 / floor.p99),
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}
