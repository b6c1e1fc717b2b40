import { expect, test } from 'vitest'
import { describeFinding, describeOutcome } from './testing/chaos/describe-outcome.ts'
import { runChaos } from './testing/chaos/run-chaos.ts'

const KILLS = 30
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)

test(`I1–I7: 20 visitors and 3 teammates write through ${KILLS} kills, seed ${SEED}`, async () => {
  const outcome = await runChaos({ seed: SEED, kills: KILLS })
  console.info(describeOutcome(SEED, outcome))
  const { server, rooms, guardian } = outcome.kills
  expect(server + rooms + guardian).toBeGreaterThanOrEqual(KILLS)
  expect(server).toBeGreaterThan(0)
  expect(rooms).toBeGreaterThan(0)
  expect(outcome.findings.map(describeFinding)).toEqual([])
  expect(outcome.drainedInMs, 'everything comes to rest after the last kill').toBeDefined()
}, 300_000)
