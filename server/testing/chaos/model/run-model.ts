import { createHistory } from '../history.ts'
import { createRandom } from '../random.ts'
import type { Run } from '../run-index.ts'
import type { Fault } from './faults.ts'
import { createModelWorld } from './model-world.ts'

const STEPS = 1200

/** A whole run in memory: two shops with their visitors, teammates, crashes and reconnects. */
export function runModel(seed: number, fault?: Fault): Run {
  const random = createRandom(seed)
  const history = createHistory()
  const world = createModelWorld({ history, random, fault })
  const { act, deliver, work } = world
  const steps = [act, deliver, deliver, deliver, deliver, work, work]
  for (let n = 0; n < STEPS; n++) {
    random.pick(steps)?.()
    if (random.chance(0.006)) world.crashServer()
    if (random.chance(0.006)) world.crashRooms()
    if (random.chance(0.15)) world.reconnect()
    if (random.chance(0.01)) world.reload()
  }
  world.drain()
  if (fault === 'ends_by_itself') history.add({ kind: 'server', change: 'ended', pid: -1 })
  return { history: history.entries, shops: world.stored() }
}
