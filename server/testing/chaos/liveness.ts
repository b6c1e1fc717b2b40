import type { History } from './history.ts'

/** How quickly things went on. Told, never asserted: a busy machine is slow, not wrong. */
export type Liveness = {
  commands: number
  acknowledged: number
  events: number
  serverStarts: number
  /** From a server's start to the first acknowledgement after it. */
  firstOkMs: number[]
  /** From a command to its acknowledgement, retries included. */
  okMs: number[]
}

export function livenessOf({ entries, times }: History, events: number): Liveness {
  const invokedAt = new Map<string, number>()
  const liveness: Liveness = {
    commands: 0,
    acknowledged: 0,
    events,
    serverStarts: 0,
    firstOkMs: [],
    okMs: [],
  }
  let startedAt: number | undefined
  for (const [place, entry] of entries.entries()) {
    const at = times[place] ?? 0
    if (entry.kind === 'invoke') {
      liveness.commands++
      invokedAt.set(entry.command.clientId, at)
    }
    if (entry.kind === 'server' && entry.change === 'started') {
      liveness.serverStarts++
      startedAt = at
    }
    if (entry.kind !== 'ok') continue
    liveness.acknowledged++
    liveness.okMs.push(at - (invokedAt.get(entry.clientId) ?? at))
    if (startedAt !== undefined) liveness.firstOkMs.push(at - startedAt)
    startedAt = undefined
  }
  return liveness
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
