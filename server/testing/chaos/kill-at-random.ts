import type { ChaosServer } from './chaos-server.ts'
import type { History } from './history.ts'
import type { Random } from './random.ts'
import { pause, until } from './until.ts'

const BETWEEN_KILLS_MS = { shortest: 50, longest: 400 }
/** So much has to be acknowledged between two kills, or so long be waited: nobody learns from killing idlers. */
const PROGRESS = { acknowledged: 6, withinMs: 2000 }
/** A slow machine gets no more time than this to make progress in. */
const PATIENCE_MS = 25_000

export type Kills = { server: number; rooms: number; guardian: number; stalls: number }

/** Kills whatever chance names until `wanted` processes have died, each while everybody writes. */
export async function killAtRandom(
  { server, random, history }: { server: ChaosServer; random: Random; history: History },
  wanted: number,
): Promise<Kills> {
  const kills: Kills = { server: 0, rooms: 0, guardian: 0, stalls: 0 }
  let patienceMs = PATIENCE_MS
  while (kills.server + kills.rooms + kills.guardian < wanted) {
    const waitedFrom = performance.now()
    await pause(random.between(BETWEEN_KILLS_MS.shortest, BETWEEN_KILLS_MS.longest))
    await until(progressOf(history), Math.min(PROGRESS.withinMs, patienceMs))
    patienceMs = Math.max(0, patienceMs - (performance.now() - waitedFrom))
    await killOne(server, random, kills)
  }
  return kills
}

function progressOf(history: History): () => boolean {
  let from = history.entries.length
  let acknowledged = 0
  return () => {
    for (const { kind } of history.entries.slice(from)) if (kind === 'ok') acknowledged++
    from = history.entries.length
    return acknowledged >= PROGRESS.acknowledged
  }
}

async function killOne(server: ChaosServer, random: Random, kills: Kills): Promise<void> {
  const chance = random.below(100)
  if (chance < 15) {
    // Both at once: what the server was about to tell has nowhere to go either.
    const rooms = server.killRooms()
    await server.killServer()
    await rooms
    kills.rooms++
    kills.server++
  } else if (chance < 40) {
    await server.killServer()
    kills.server++
  } else if (chance < 80) {
    await server.killRooms()
    kills.rooms++
  } else if (chance < 95) {
    await server.killGuardian()
    kills.guardian++
  } else {
    await server.stall(random.between(200, 1500))
    kills.stalls++
  }
}
