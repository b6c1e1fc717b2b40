import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConversationEvent } from '../../../protocol/events.ts'
import { mayView } from '../../../protocol/pure/audience.ts'
import { findShopFile } from '../../node/shop-files.ts'
import { createChaosServer } from './chaos-server.ts'
import { checkRun } from './check-run.ts'
import { type ChaosTeammate, createChaosTeammate } from './clients/chaos-teammate.ts'
import { type ChaosVisitor, createChaosVisitor } from './clients/chaos-visitor.ts'
import { type ClientFault, createCrowd } from './clients/crowd.ts'
import { noteFreshPage, type ThreadPage } from './clients/thread-page.ts'
import type { Finding } from './finding.ts'
import { createHistory, type HistoryEntry } from './history.ts'
import { type Kills, killAtRandom } from './kill-at-random.ts'
import { CHAOS_VISITORS, makeChaosShops, signIn } from './make-chaos-shops.ts'
import { createRandom } from './random.ts'
import { readStoredShop } from './read-stored-shop.ts'
import type { StoredShop } from './stored-shop.ts'
import { until } from './until.ts'

const SECRET = 'a secret of the chaos run, 32 letters or more'
const SETTLES_WITHIN_MS = 30_000

export type ChaosOptions = {
  seed: number
  kills: number
  fault?: ClientFault
  /** Changes a shop's file before the first start: how a server's fault is seeded. */
  tamper?(dataDir: string): void
  /** Called while everybody writes, once. */
  disturb?(context: { origin: string; dataDir: string; secret: string }): Promise<void>
}

export type ChaosOutcome = {
  findings: Finding[]
  kills: Kills
  drainedInMs: number | undefined
  history: readonly HistoryEntry[]
  /** When each entry was noted. */
  times: readonly number[]
  shops: StoredShop[]
}

/**
 * The whole of it: shops, server, rooms, a crowd that writes while processes are killed; then rest, a fresh
 * look at everything, and the verdict.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosOutcome> {
  const random = createRandom(options.seed)
  const history = createHistory()
  const dataDir = await mkdtemp(join(tmpdir(), 'counterbell-chaos-'))
  const state = { isStopping: false, isOver: false, broken: [] as unknown[] }
  const invited = await makeChaosShops(dataDir)
  options.tamper?.(dataDir)
  const server = await createChaosServer({ dataDir, secret: SECRET, history })
  const { origin } = server
  const crowd = createCrowd({
    history,
    random,
    origin,
    fault: options.fault,
    isStopping: () => state.isStopping,
    isOver: () => state.isOver,
    broken: (error) => state.broken.push(error),
  })
  const visitors: ChaosVisitor[] = []
  const teammates: ChaosTeammate[] = []
  try {
    await server.start()
    for (const invitation of invited) {
      const cookie = await signIn(origin, invitation)
      const { shop, name } = invitation
      teammates.push(createChaosTeammate(crowd, shop, { name, cookie }))
    }
    for (const [shop, count] of Object.entries(CHAOS_VISITORS)) {
      for (let n = 1; n <= count; n++) {
        visitors.push(createChaosVisitor(crowd, shop, `visitor ${n} of ${shop}`))
      }
    }
    const everybody = [...visitors, ...teammates]
    const running = Promise.all(everybody.map((one) => one.run()))
    const kills = await killAtRandom(server, random, options.kills)
    await options.disturb?.({ origin, dataDir, secret: SECRET })
    const stoppedAt = performance.now()
    state.isStopping = true
    const giveUp = setTimeout(() => {
      state.isOver = true
    }, SETTLES_WITHIN_MS)
    await running
    clearTimeout(giveUp)
    const shops = () => readShops(dataDir)
    const hasSettled = await until(() => isSettled(shops(), visitors, teammates), SETTLES_WITHIN_MS)
    const drainedInMs = hasSettled ? performance.now() - stoppedAt : undefined
    for (const page of everybody.flatMap((one) => one.pages())) page.screen.note()
    for (const { inbox } of teammates) inbox.note()
    const freshPages = [
      ...visitors.flatMap((visitor) => visitor.freshPage() ?? []),
      ...teammates.flatMap((teammate) => teammate.freshPages()),
    ]
    for (const page of freshPages) await noteFreshPage({ history, ...page })
    for (const one of everybody) one.close()
    await server.stop()
    if (state.broken.length > 0) throw state.broken[0]
    const run = { history: history.entries, shops: shops() }
    return { findings: checkRun(run), kills, drainedInMs, times: history.times, ...run }
  } finally {
    state.isStopping = true
    state.isOver = true
    for (const one of [...visitors, ...teammates]) one.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function readShops(dataDir: string): StoredShop[] {
  return Object.keys(CHAOS_VISITORS).map((shop) => {
    const file = findShopFile(dataDir, shop)
    if (!file) throw new Error(`the shop ${shop} is gone`)
    try {
      return readStoredShop(shop, file.db)
    } finally {
      file.close()
    }
  })
}

/** Nothing is owed or unpublished, and every page shows all that it may. */
function isSettled(
  shops: StoredShop[],
  visitors: ChaosVisitor[],
  teammates: ChaosTeammate[],
): boolean {
  const rows = shops.flatMap((shop) => shop.conversations)
  const isPublished = rows.every(({ publishedSeq, lastSeq }) => publishedSeq === lastSeq)
  if (!isPublished || shops.some(({ owed }) => owed.length > 0)) return false
  const logs = shops.flatMap((shop) => shop.events)
  const pages = [...visitors, ...teammates].flatMap((one) => one.pages())
  const lists = teammates.every(({ shop, inbox }) =>
    shops
      .filter((stored) => stored.shop === shop)
      .flatMap(({ conversations }) => conversations)
      .every(({ id, lastSeq }) => inbox.rows().get(id)?.lastSeq === lastSeq),
  )
  return lists && pages.every((page) => isUpToDate(page, logs))
}

function isUpToDate({ screen }: ThreadPage, logs: ConversationEvent[]): boolean {
  const { conversationId, role } = screen.viewer
  const last = logs.findLast(
    (event) => event.conversationId === conversationId && mayView(role, event.audience),
  )
  return screen.cursor() >= (last?.seq ?? 0) && screen.live() === null
}
