import type { ChaosServer } from './chaos-server.ts'
import type { Random } from './random.ts'
import { pause } from './until.ts'

const BETWEEN_KILLS_MS = { shortest: 100, longest: 900 }

export type Kills = { server: number; rooms: number; guardian: number; stalls: number }

/** Kills whatever chance names until `wanted` processes have died, each while everybody writes. */
export async function killAtRandom(
  server: ChaosServer,
  random: Random,
  wanted: number,
): Promise<Kills> {
  const kills: Kills = { server: 0, rooms: 0, guardian: 0, stalls: 0 }
  while (kills.server + kills.rooms + kills.guardian < wanted) {
    await pause(random.between(BETWEEN_KILLS_MS.shortest, BETWEEN_KILLS_MS.longest))
    const chance = random.below(100)
    if (chance < 45) {
      await server.killServer()
      kills.server++
    } else if (chance < 85) {
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
  return kills
}
