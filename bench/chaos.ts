import { parseArgs } from 'node:util'
import { describeFinding, describeOutcome } from '../server/testing/chaos/describe-outcome.ts'
import { createRandom } from '../server/testing/chaos/random.ts'
import { runChaos } from '../server/testing/chaos/run-chaos.ts'
import { startMoodyModel } from '../server/testing/chaos/start-moody-model.ts'

/** A run's history is kept whole in memory: many kills are several runs, each on shops of its own. */
const KILLS_A_RUN = 50

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const seed = Number(values.seed)
let left = Number(values.kills)
let killed = 0
const found: string[] = []

for (let run = 0; left > 0; run++) {
  const kills = Math.min(KILLS_A_RUN, left)
  left -= kills
  // Every second run answers by a model that fails in each way that models fail.
  const model = run % 2 === 1 ? await startMoodyModel(createRandom(seed + run)) : undefined
  const outcome = await runChaos({ seed: seed + run, kills, ...(model && { modelUrl: model.url }) })
  await model?.close()
  console.log(`${describeOutcome(seed + run, outcome)}\n`)
  const { server, rooms, guardian } = outcome.kills
  killed += server + rooms + guardian
  found.push(...outcome.findings.map(describeFinding))
  if (outcome.drainedInMs === undefined) found.push(`seed ${seed + run} did not come to rest`)
}

console.log(`${killed} kills: ${found.length === 0 ? 'nothing found' : `${found.length} found`}`)
process.exitCode = found.length === 0 ? 0 : 1
