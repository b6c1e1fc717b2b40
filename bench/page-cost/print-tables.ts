import { percentile } from '../search/measures.ts'
import type { Fetched, PageBytes } from './count-bytes.ts'
import type { Streamed } from './measure-stream.ts'
import type { Visit } from './measure-visit.ts'
import type { MainThreadCost } from './trace-steps.ts'

/** Every figure is the median of its runs, with the least and the most where they differ. */
function spread(values: readonly number[], digits = 0): string {
  const [least, middle, most] = [0, 0.5, 1].map((share) =>
    percentile(values, share).toFixed(digits),
  )
  return least === most ? `${middle}` : `${middle} [${least}–${most}]`
}

export function printBytes(bytes: PageBytes): void {
  const row = ({ requests, bodyBytes, wireBytes }: Fetched) => ({
    'requests, with preflights': requests,
    'bytes, gzip': bodyBytes,
    'bytes with headers': wireBytes,
  })
  console.table({
    'page load': row(bytes.load),
    'panel opened': row(bytes.opened),
    'first question, answered': row(bytes.asked),
  })
  const { beforeFirstAct: kept } = bytes
  console.table({
    'before the first act': {
      cookies: kept.cookies,
      'storage keys': kept.storageKeys,
      fonts: kept.fonts,
      sockets: kept.sockets,
      'layout shift, opened by the page': bytes.layoutShiftByApi.toFixed(4),
    },
  })
}

export function printLoad(
  cpu: { widget: MainThreadCost[]; floor: MainThreadCost[] },
  slowed: { widget: Visit['load'][]; floor: Visit['load'][] },
): void {
  const atFullSpeed = (take: (cost: MainThreadCost) => number) => ({
    widget: spread(cpu.widget.map(take), 1),
    'floor: no tag': spread(cpu.floor.map(take), 1),
  })
  const onSlowCpu = (take: (cost: Visit['load']) => number, digits = 0) => ({
    widget: spread(slowed.widget.map(take), digits),
    'floor: no tag': spread(slowed.floor.map(take), digits),
  })
  console.table({
    'loader, thread-CPU ms': atFullSpeed(({ loaderCpuMs }) => loaderCpuMs),
    'all script, thread-CPU ms': atFullSpeed(({ scriptCpuMs }) => scriptCpuMs),
    'main thread, thread-CPU ms': atFullSpeed(({ cpuMs }) => cpuMs),
    '4x: tasks above 50 ms': onSlowCpu(({ longTasks }) => longTasks),
    '4x: longest task, ms': onSlowCpu(({ longestTaskMs }) => longestTaskMs),
    '4x: blocked beyond 50 ms, ms': onSlowCpu(({ blockingMs }) => blockingMs),
    'layout shift': onSlowCpu(({ layoutShift }) => layoutShift, 4),
  })
}

export function printOpening(visits: { name: string; seen: Visit[] }[]): void {
  const row = (seen: Visit['opened'][]) => ({
    'shell in the same task': `${seen.filter(({ shellAtReturn }) => shellAtReturn).length}/${seen.length}`,
    'click → typeable, ms': spread(seen.map(({ typeableMs }) => typeableMs)),
    'click → paint, ms': spread(seen.map(({ clickEventMs }) => clickEventMs)),
    'tasks above 50 ms': spread(seen.map(({ longTasks }) => longTasks)),
    'longest, ms': spread(seen.map(({ longestTaskMs }) => longestTaskMs)),
    'layout shift': spread(
      seen.map(({ layoutShift }) => layoutShift),
      4,
    ),
  })
  console.table(
    Object.fromEntries(
      visits.map(({ name, seen }) => [`4x, ${name}`, row(seen.map(({ opened }) => opened))]),
    ),
  )
}

export function printStream(rounds: { widget: Streamed[]; floor: MainThreadCost[] }): void {
  const row = (costs: MainThreadCost[]) => ({
    'main thread, thread-CPU ms': spread(costs.map(({ cpuMs }) => cpuMs)),
    'of it script, ms': spread(costs.map(({ scriptCpuMs }) => scriptCpuMs)),
    'tasks above 50 ms': spread(costs.map(({ longTasks }) => longTasks)),
    'longest task, ms': spread(costs.map(({ longestTaskMs }) => longestTaskMs)),
  })
  const gaps = rounds.widget.flatMap(({ gapsMs }) => gapsMs)
  const at = (share: number) => percentile(gaps, share).toFixed(0)
  console.table({
    'streamed into the panel': row(rounds.widget),
    'floor: one text node': row(rounds.floor),
  })
  console.table({
    'text on screen changes every, ms': {
      p5: at(0.05),
      p50: at(0.5),
      p95: at(0.95),
      changes: spread(rounds.widget.map(({ gapsMs }) => gapsMs.length + 1)),
    },
  })
}
