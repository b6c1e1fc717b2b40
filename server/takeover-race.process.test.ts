import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { ConversationEvent } from '../protocol/events.ts'
import { messageEvents } from './testing/anthropic-events.ts'
import { startAnthropicFixture } from './testing/anthropic-fixture.ts'
import { createChaosServer } from './testing/chaos/chaos-server.ts'
import { checkRun } from './testing/chaos/check-run.ts'
import { createCrowd } from './testing/chaos/clients/crowd.ts'
import { openInboxPage } from './testing/chaos/clients/inbox-page.ts'
import type { ThreadPage } from './testing/chaos/clients/thread-page.ts'
import { createHistory } from './testing/chaos/history.ts'
import { isSettled } from './testing/chaos/is-settled.ts'
import { makeChaosShops, signIn } from './testing/chaos/make-chaos-shops.ts'
import { raceProcesses } from './testing/chaos/race-processes.ts'
import { createRandom } from './testing/chaos/random.ts'
import { readLog, readShops, readStoredShop } from './testing/chaos/read-stored-shop.ts'
import { until } from './testing/chaos/until.ts'

const RACES = 20
/** One in twenty, as the checks ask for. */
const KILLED_RACE = 13
const SETTLES_WITHIN_MS = 60_000
const SEED = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)

test(`I5, A5: ${RACES} takeovers raced against the model's stream, over real processes, seed ${SEED}`, async () => {
  const model = await startAnthropicFixture()
  onTestFinished(model.close)
  // It says half an answer and then nothing: whoever takes over does so in mid-stream.
  const half = messageEvents([{ text: 'The wool coat is made of wool. And it ' }]).slice(0, -3)
  model.replyWith(() => ({ events: half, ending: 'stall' }))
  const dataDir = mkdtempSync(join(tmpdir(), 'counterbell-race-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const history = createHistory()
  const broken: unknown[] = []
  const invited = (await makeChaosShops(dataDir)).filter(({ shop }) => shop === 'demo')
  const server = await createChaosServer({
    dataDir,
    secret: 'a secret of the race, 32 letters or more',
    history,
    environment: { ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: model.url },
  })
  await server.start()
  onTestFinished(server.stop)
  const { origin } = server
  const crowd = createCrowd({
    history,
    random: createRandom(SEED),
    origin,
    fault: undefined,
    isStopping: () => false,
    isOver: () => false,
    broken: (error) => broken.push(error),
  })
  const clickers = []
  const inboxes = []
  for (const invitation of invited) {
    const { shop, name } = invitation
    const cookie = await signIn(origin, invitation)
    clickers.push({ name, cookie })
    const headers = { cookie, origin }
    const url = crowd.shopUrl(shop)
    const inbox = { shop, url, headers, by: name, inboxId: `inbox of ${name}` }
    inboxes.push(openInboxPage({ ...crowd.pageOptions(), ...inbox }))
  }
  const pages: ThreadPage[] = []
  for (let n = 1; n <= RACES; n++) {
    pages.push(
      ...(await raceProcesses({ server, crowd, clickers }, { n, kills: n === KILLED_RACE })),
    )
  }
  const look = () => readShops(dataDir, ['demo'], readLog)
  const lists = inboxes.map((inbox) => ({ shop: 'demo', inbox }))
  expect(await until(() => isSettled(look(), pages, lists), SETTLES_WITHIN_MS)).toBe(true)
  for (const page of pages) page.screen.note()
  for (const inbox of inboxes) inbox.note()
  for (const one of [...pages, ...inboxes]) one.close()
  await server.stop()

  const run = { history: history.entries, shops: readShops(dataDir, ['demo'], readStoredShop) }
  expect(broken).toEqual([])
  expect(checkRun(run)).toEqual([])
  const log = run.shops.flatMap(({ events }) => events)
  const joined = log.filter(({ type }) => type === 'conversation.taken_over')
  expect(joined).toHaveLength(RACES)
  // What stood on the screen is kept, but for what the killed server took with it.
  expect(joined.filter((takeover) => isAnswered(log, takeover)).length).toBeGreaterThanOrEqual(
    RACES - 1,
  )
  const cut = log.filter((e) => e.type === 'message.created' && 'cut' in e.message)
  expect(cut.length).toBeGreaterThan(RACES / 2)
}, 180_000)

/** By what was cut or, where the machine stalled until the model's watchdog stepped in, by a whole answer. */
function isAnswered(log: ConversationEvent[], takeover: ConversationEvent): boolean {
  return log.some(
    (event) =>
      event.conversationId === takeover.conversationId &&
      event.seq < takeover.seq &&
      event.type === 'message.created' &&
      'answers' in event.message,
  )
}
