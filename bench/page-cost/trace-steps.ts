import type { Browser, Page } from 'playwright-core'

/**
 * What a page's main thread did, in thread time: that counts what the thread ran, slowed CPU included,
 * and not how long the machine's other work kept it waiting.
 */
export type MainThreadCost = {
  cpuMs: number
  /** The part of it in which script ran or was compiled. */
  scriptCpuMs: number
  /** Compiling and running `/widget.js` itself. */
  loaderCpuMs: number
  longTasks: number
  longestTaskMs: number
  /** What long tasks take beyond their first 50 ms. */
  blockingMs: number
}

type TraceEvent = {
  name: string
  ph: string
  pid: number
  tid: number
  /** In microseconds: begin, length, and length in thread time. */
  ts: number
  dur?: number
  tdur?: number
  args?: { data?: { url?: string } }
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'v8',
  'blink.user_timing',
]
const MARK = 'counterbell-page-cost'
const TASK = 'RunTask'
const LONG_TASK_MS = 50
const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireIdleCallback',
  'FireAnimationFrame',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'v8.callFunction',
])

/** What each step costs the page's main thread, from one trace of the browser. */
export async function traceSteps<const Steps extends readonly (() => Promise<unknown>)[]>(
  browser: Browser,
  page: Page,
  steps: Steps,
): Promise<{ [Step in keyof Steps]: MainThreadCost }> {
  await browser.startTracing(page, { categories: CATEGORIES })
  for (const step of steps) {
    await step()
    await page.evaluate((name) => void performance.mark(name), MARK)
  }
  const parts = splitAtMarks(readTrace(await browser.stopTracing()))
  if (parts.length !== steps.length) throw new Error('a step did not get into the trace')
  return onePerStep(parts.map(costOf))
}

function costOf(events: TraceEvent[]): MainThreadCost {
  const tasks = events.filter(({ name }) => name === TASK)
  const script = outermost(events.filter(({ name }) => SCRIPT.has(name)))
  const longMs = tasks.map(cpuMsOf).filter((ms) => ms > LONG_TASK_MS)
  return {
    cpuMs: sum(tasks.map(cpuMsOf)),
    scriptCpuMs: sum(script.map(cpuMsOf)),
    loaderCpuMs: sum(
      script.filter(({ args }) => args?.data?.url?.endsWith('/widget.js')).map(cpuMsOf),
    ),
    longTasks: longMs.length,
    longestTaskMs: Math.max(0, ...tasks.map(cpuMsOf)),
    blockingMs: sum(longMs.map((ms) => ms - LONG_TASK_MS)),
  }
}

/** Holds because there are as many parts as steps. */
function onePerStep<Steps extends readonly unknown[]>(costs: MainThreadCost[]) {
  return costs as { [Step in keyof Steps]: MainThreadCost }
}

/** Holds for what Chromium writes as a trace: its JSON format is fixed. */
function readTrace(trace: Buffer): TraceEvent[] {
  return (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents
}

/** The events before each mark, on the thread on which the page set it; other pages are in the trace as well. */
function splitAtMarks(events: TraceEvent[]): TraceEvent[][] {
  const marks = events.filter(({ name }) => name === MARK).toSorted((a, b) => a.ts - b.ts)
  return marks.map((mark, step) => {
    const from = marks[step - 1]?.ts ?? 0
    const isMine = ({ pid, tid, ts }: TraceEvent) =>
      pid === mark.pid && tid === mark.tid && ts > from && ts <= mark.ts
    return events.filter(isMine)
  })
}

/** Without those that lie inside another one, whose time counts already. */
function outermost(events: TraceEvent[]): TraceEvent[] {
  let end = 0
  return events
    .filter(({ ph }) => ph === 'X')
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const isOutside = ts >= end
      if (isOutside) end = ts + dur
      return isOutside
    })
}

function cpuMsOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1000
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
