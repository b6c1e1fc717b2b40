import { expect, test } from 'vitest'
import type { CheckId } from './testing/chaos/finding.ts'
import { runChaos } from './testing/chaos/run-chaos.ts'
import { REAL_FAULTS } from './testing/chaos/seed-real-fault.ts'

/** Enough to trip over a fault: these runs are there to fail. */
const SMALL = { kills: 3, visitors: { demo: 5, other: 1 }, settlesWithinMs: 4000 }

test.each<[keyof typeof REAL_FAULTS, CheckId]>([
  ['no_idempotency', 'C1'],
  ['publishes_before_commit', 'C3'],
  ['no_resume', 'C4'],
])(
  'the checks notice %s in the real server or its clients, by %s',
  async (fault, check) => {
    const { findings } = await runChaos({ seed: 1, ...SMALL, ...REAL_FAULTS[fault] })
    expect(new Set(findings.map((finding) => finding.check))).toContain(check)
  },
  120_000,
)
