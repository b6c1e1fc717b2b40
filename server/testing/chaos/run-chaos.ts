import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ShopId } from '../../../protocol/ids.ts'
import { type ChaosServer, createChaosServer } from './chaos-server.ts'
import { checkRun } from './check-run.ts'
import { type ClientFault, createCrowd } from './clients/crowd.ts'
import { gatherCrowd } from './clients/gather-crowd.ts'
import type { Finding } from './finding.ts'
import { createHistory, type History } from './history.ts'
import { isSettled } from './is-settled.ts'
import { type Kills, killAtRandom } from './kill-at-random.ts'
import { CHAOS_VISITORS, makeChaosShops } from './make-chaos-shops.ts'
import { createRandom } from './random.ts'
import { readLog, readShops, readStoredShop } from './read-stored-shop.ts'
import type { StoredShop } from './stored-shop.ts'
import { until } from './until.ts'

const SETTLES_WITHIN_MS = 60_000

export type ChaosWorld = {
  server: ChaosServer
  history: History
  dataDir: string
  secret: string
}

export type ChaosOptions = {
  seed: number
  kills: number
  /** How long to wait for rest after the last kill. */
  settlesWithinMs?: number
  /** Faults that are seeded, so that the run can be seen to fail: in the clients … */
  clientFault?: ClientFault
  /** … in a shop's file, before the first start … */
  tamper?(dataDir: string): void
  /** … or on the wire, while everybody writes. */
  disturb?(world: ChaosWorld): Promise<void>
  /** The address of a Messages API; without one, answers are extractive. */
  modelUrl?: string
  /** How many visitors each shop has. */
  visitors?: Record<ShopId, number>
}

export type ChaosOutcome = {
  findings: Finding[]
  kills: Kills
  /** From the last kill to rest; undefined when rest did not come. */
  drainedInMs: number | undefined
  tookMs: number
  history: History
  shops: StoredShop[]
}

/**
 * The whole of it: shops, server, rooms, a crowd that writes while processes are killed; then rest, a fresh
 * look at everything, and the verdict.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const beganAt = performance.now()
  const random = createRandom(options.seed)
  const history = createHistory()
  const secret = `the secret of chaos run ${options.seed}, made longer`
  const dataDir = await mkdtemp(join(tmpdir(), 'counterbell-chaos-'))
  const invited = await makeChaosShops(dataDir)
  options.tamper?.(dataDir)
  const server = await createChaosServer({
    dataDir,
    secret,
    history,
    environment: modelEnvironment(options.modelUrl),
  })
  const state = { isStopping: false, isOver: false, broken: [] as unknown[] }
  const crowd = createCrowd({
    history,
    random,
    origin: server.origin,
    fault: options.clientFault,
    isStopping: () => state.isStopping,
    isOver: () => state.isOver,
    broken: (error) => state.broken.push(error),
  })
  const { settlesWithinMs = SETTLES_WITHIN_MS, visitors = CHAOS_VISITORS } = options
  const ids = Object.keys(visitors)

  await server.start()
  const gathered = await gatherCrowd(crowd, invited, visitors)
  const giveUp = () => {
    state.isStopping = true
    state.isOver = true
  }
  try {
    const running = gathered.run()
    const kills = await killAtRandom({ server, random, history }, options.kills)
    await options.disturb?.({ server, history, dataDir, secret })
    const stoppedAt = performance.now()
    state.isStopping = true
    const deadline = setTimeout(giveUp, settlesWithinMs)
    await running
    clearTimeout(deadline)
    const rests = () =>
      isSettled(readShops(dataDir, ids, readLog), gathered.pages(), gathered.teammates)
    const hasSettled = await until(rests, settlesWithinMs)
    const drainedInMs = hasSettled ? performance.now() - stoppedAt : undefined
    await gathered.noteScreens()
    gathered.close()
    await server.stop()
    if (state.broken.length > 0) throw state.broken[0]
    const shops = readShops(dataDir, ids, readStoredShop)
    const findings = checkRun({ history: history.entries, shops })
    return { findings, kills, drainedInMs, tookMs: performance.now() - beganAt, history, shops }
  } finally {
    giveUp()
    gathered.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function modelEnvironment(url: string | undefined): Record<string, string> {
  return url === undefined ? {} : { ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: url }
}
