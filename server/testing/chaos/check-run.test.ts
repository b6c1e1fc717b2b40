import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRun } from './check-run.ts'
import type { CheckId } from './finding.ts'
import { FAULTS, type Fault } from './model/faults.ts'
import { runModel } from './model/run-model.ts'

const SEEDS_PER_FAULT = 40

it('finds nothing wrong with a sound run, whatever happens in it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      expect(checkRun(runModel(seed))).toEqual([])
    }),
    { numRuns: 20 },
  )
})

describe('notices each seeded fault by the check that is meant for it', () => {
  it.each(faults())(
    '%s: %s',
    (fault, check) => {
      expect(seedThatShows(fault, check)).toBeDefined()
    },
    60_000,
  )
})

function faults(): [Fault, CheckId][] {
  return Object.entries(FAULTS).map(([fault, check]) => [named(fault), check])
}

/** Holds because the keys of `FAULTS` are the faults. */
function named(fault: string): Fault {
  return fault as Fault
}

function seedThatShows(fault: Fault, check: CheckId): number | undefined {
  for (let seed = 1; seed <= SEEDS_PER_FAULT; seed++) {
    if (checkRun(runModel(seed, fault)).some((finding) => finding.check === check)) return seed
  }
  return undefined
}
