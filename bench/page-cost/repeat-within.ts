export type Repeat = (act: () => Promise<void>) => Promise<void>

/** Repeats `runs` times, or as often as can begin within the time; says how far it is. */
export function repeatWithin(what: string, runs: number, limitMs: number): Repeat {
  return async (act) => {
    const startedAt = performance.now()
    for (let run = 1; run <= runs; run++) {
      if (performance.now() - startedAt > limitMs) {
        console.error(`${what}: stopped after ${run - 1} of ${runs} runs, for want of time`)
        return
      }
      console.error(`${what}: run ${run} of ${runs} …`)
      await act()
    }
  }
}
