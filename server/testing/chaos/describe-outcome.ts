import { CHECKS, type Finding } from './finding.ts'
import { livenessOf, percentile } from './liveness.ts'
import type { ChaosOutcome } from './run-chaos.ts'
import type { StoredShop } from './stored-shop.ts'

const FINDINGS_TOLD = 20

/** A run as a table: the verdict a check, then how it went. */
export function describeOutcome(seed: number, outcome: ChaosOutcome): string {
  const { findings, kills, drainedInMs, tookMs, history, shops } = outcome
  const events = shops.reduce((sum, shop) => sum + shop.events.length, 0)
  const live = livenessOf(history, events)
  const checks = Object.entries(CHECKS).map(([check, { keeps, says }]) => {
    const found = findings.filter((finding) => finding.check === check).length
    return `${check.padEnd(4)} ${keeps.padEnd(7)} ${String(found).padStart(5)}  ${says}`
  })
  return [
    `seed ${seed}: ${kills.server} servers, ${kills.rooms} rooms, ${kills.guardian} guardians killed, ${kills.stalls} stalls, ${seconds(tookMs)} s`,
    `${live.commands} commands, ${live.acknowledged} acknowledged, ${live.events} events, ${history.entries.length} entries of history`,
    countTypes(shops),
    ...checks,
    ...findings.slice(0, FINDINGS_TOLD).map(describeFinding),
    `acknowledged after    p50 ${ms(live.okMs, 0.5)}  p95 ${ms(live.okMs, 0.95)}  p99 ${ms(live.okMs, 0.99)} ms`,
    `first after a restart p50 ${ms(live.firstOkMs, 0.5)}  p95 ${ms(live.firstOkMs, 0.95)} ms (${live.serverStarts} starts)`,
    drainedInMs === undefined
      ? 'did not come to rest'
      : `at rest ${seconds(drainedInMs)} s after the last kill`,
  ].join('\n')
}

/** What the crowd did, so that a quiet run is not taken for a sound one. */
function countTypes(shops: StoredShop[]): string {
  const counts = new Map<string, number>()
  for (const { type, author } of shops.flatMap(({ events }) => events)) {
    const name = type === 'message.created' ? `message by ${author.kind}` : type
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, count]) => `${count} ${name}`).join(', ')
}

export function describeFinding({ check, detail }: Finding): string {
  return `${check}: ${detail}`
}

function ms(values: number[], share: number): string {
  return percentile(values, share).toFixed(0)
}

function seconds(timeMs: number): string {
  return (timeMs / 1000).toFixed(1)
}
