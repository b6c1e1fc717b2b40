import { percentile } from '../search/measures.ts'
import type { Fetched, PageBytes } from './count-bytes.ts'
import type { Streamed } from './measure-stream.ts'
import type { Opening, Visit } from './measure-visit.ts'
import type { MainThreadCost } from './trace-steps.ts'

/** Every figure is the median of its runs, with the least and the most where they differ. */
function spread(values: readonly number[], digits = 0): string {
  const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)].map(
    (value) => value.toFixed(digits),
  )
  return least === most ? `${middle}` : `${middle} [${least}–${most}]`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(values.length / 2) - 1, Math.floor(values.length / 2) + 1)
  return middle.reduce((sum, value) => sum + value, 0) / middle.length
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

type Visits = { name: string; opening: Opening; seen: Visit[] }[]

export function printLoad(visits: Visits): void {
  const row = (slowdown: 1 | 4, take: (load: Visit['load']) => number, digits: number) => {
    const column = (isFloor: boolean) =>
      visits
        // One screen size: another one lays out another page.
        .filter(({ opening }) => opening.cpuSlowdown === slowdown && opening.by !== 'hover')
        .filter(({ opening }) => Boolean(opening.isFloor) === isFloor)
        .flatMap(({ seen }) => seen.map(({ load }) => take(load)))
    return {
      widget: spread(column(false), digits),
      'floor: no tag': spread(column(true), digits),
    }
  }
  console.table({
    '1x: loader, thread-CPU ms': row(1, ({ loaderCpuMs }) => loaderCpuMs, 1),
    '1x: all script, thread-CPU ms': row(1, ({ scriptCpuMs }) => scriptCpuMs, 1),
    '1x: main thread, thread-CPU ms': row(1, ({ cpuMs }) => cpuMs, 0),
    '4x: tasks above 50 ms': row(4, ({ longTasks }) => longTasks, 0),
    '4x: longest task, ms': row(4, ({ longestTaskMs }) => longestTaskMs, 0),
    '4x: blocked beyond 50 ms, ms': row(4, ({ blockingMs }) => blockingMs, 0),
    'layout shift': row(4, ({ layoutShift }) => layoutShift, 4),
  })
}

export function printOpening(visits: Visits): void {
  const row = (seen: Visit['opened'][]) => {
    const figure = (take: (opened: Visit['opened']) => number, digits = 0) =>
      spread(seen.map(take), digits)
    return {
      'shell in the same task': `${seen.filter(({ shellAtReturn }) => shellAtReturn).length}/${seen.length}`,
      'click → typeable, ms': figure(({ typeableMs }) => typeableMs),
      'click → paint, ms': figure(({ clickEventMs }) => clickEventMs),
      'main thread, ms': figure(({ cpuMs }) => cpuMs),
      'tasks > 50 ms': figure(({ longTasks }) => longTasks),
      'longest, ms': figure(({ longestTaskMs }) => longestTaskMs),
      'layout shift': figure(({ layoutShift }) => layoutShift, 4),
    }
  }
  console.table(
    Object.fromEntries(
      visits.map(({ name, seen }) => [name, row(seen.map(({ opened }) => opened))]),
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
