import { expect, onTestFinished, test } from 'vitest'
import { checkRun } from './testing/chaos/check-run.ts'
import { createHistory } from './testing/chaos/history.ts'
import { createRaceShop } from './testing/chaos/race-shop.ts'
import { listenToInbox, raceTakeover } from './testing/chaos/race-takeover.ts'
import { createRandom } from './testing/chaos/random.ts'
import { indexRun } from './testing/chaos/run-index.ts'
import { signInTeammate } from './testing/sign-in-teammate.ts'

const RACES = 200
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)

test(`I5, A4, A5: ${RACES} takeovers raced against a streaming answer, seed ${SEED}`, async () => {
  const shop = createRaceShop('demo')
  onTestFinished(shop.close)
  const history = createHistory()
  const deps = { shop, history, random: createRandom(SEED), racers: [] }
  const racers = await Promise.all(
    ['Ana', 'Ben'].map(async (name) => ({
      name,
      ...(await signInTeammate(shop.test, 'demo', name)),
    })),
  )
  const pages = racers.map((racer) => listenToInbox(shop, history, racer))
  for (let n = 1; n <= RACES; n++) pages.push(await raceTakeover({ ...deps, racers }, n))
  const stored = await shop.finish()
  for (const finish of pages) finish()

  const run = { history: history.entries, shops: [stored] }
  expect(checkRun(run)).toEqual([])
  // Every way in which it can end has to have happened, else nothing was raced.
  const ends = [...indexRun(run).threads.values()].map(({ steps }) => {
    const events = steps.map(({ event }) => event)
    const answers = events.flatMap((e) =>
      e.type === 'message.created' && 'answers' in e.message ? [e.message] : [],
    )
    return {
      wasCut: answers.some(({ cut }) => cut),
      wasWhole: answers.some(({ cut }) => !cut),
      joined: events.filter(({ type }) => type === 'conversation.taken_over').length,
    }
  })
  expect(ends.some(({ wasCut }) => wasCut)).toBe(true)
  expect(ends.some(({ wasWhole }) => wasWhole)).toBe(true)
  expect(Math.max(...ends.map(({ joined }) => joined))).toBe(1)
}, 120_000)
