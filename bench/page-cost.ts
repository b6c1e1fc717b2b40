// What the widget costs a shop's page, beside the same page without it:
// `node bench/run.mjs bench/page-cost.ts [RUNS]`. 5 runs, or as many as fit in 4 minutes.
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { removeDataFolder, startCounterbell } from '../server/testing/start-counterbell.ts'
import { countBytes } from './page-cost/count-bytes.ts'
import { measureLoad } from './page-cost/measure-load.ts'
import { measureStream } from './page-cost/measure-stream.ts'
import { measureVisit, type Opening, type Visit } from './page-cost/measure-visit.ts'
import { printBytes, printLoad, printOpening, printStream } from './page-cost/print-tables.ts'
import { repeatWithin } from './page-cost/repeat-within.ts'
import { serveShopPages } from './page-cost/serve-shop-pages.ts'
import type { MainThreadCost } from './page-cost/trace-steps.ts'

const ITEM_PAGE = '/items/MRL-0412'
const VISITS_LIMIT_MS = 130_000
/** Streams take seconds each, and vary little. */
const STREAM_RUNS = 3
const STREAMS_LIMIT_MS = 35_000

const OPENINGS: Record<string, Opening> = {
  'floor: a bare text field': { by: 'tap', isFloor: true },
  'cold: tapped at once': { by: 'tap' },
  'cold, slow 4G: tapped at once': { by: 'tap', slowNetwork: true },
  'prefetched: touched for 100 ms': { by: 'press' },
  'prefetched: hovered for 700 ms': { by: 'hover' },
}

const runs = Number(process.argv[2] ?? 5)
if (!Number.isInteger(runs) || runs < 1) {
  console.error('usage: node bench/run.mjs bench/page-cost.ts [RUNS]')
  process.exit(2)
}

const counterbell = await startCounterbell()
const pages = await serveShopPages(counterbell.shopUrl)
const browser = await launchBrowser()
try {
  const widgetUrl = pages.withTag + ITEM_PAGE
  const bareUrl = pages.bare + ITEM_PAGE
  printBytes(await countBytes(browser, widgetUrl, new URL(counterbell.inboxUrl).origin))

  const visits = Object.keys(OPENINGS).map((name) => ({ name, seen: [] as Visit[] }))
  const loads = { widget: [] as MainThreadCost[], floor: [] as MainThreadCost[] }
  // Interleaved, so that what the machine does meanwhile falls on all of them.
  await repeatWithin(
    'pages',
    runs,
    VISITS_LIMIT_MS,
  )(async () => {
    loads.floor.push(await measureLoad(browser, bareUrl))
    loads.widget.push(await measureLoad(browser, widgetUrl))
    for (const { name, seen } of visits) {
      const opening = OPENINGS[name] ?? { by: 'tap' }
      seen.push(await measureVisit(browser, opening.isFloor ? bareUrl : widgetUrl, opening))
    }
  })
  const [floor, ...widget] = visits
  printLoad(loads, {
    floor: floor?.seen.map(({ load }) => load) ?? [],
    // On the floor's screen, a phone's: another one lays out another page.
    widget: widget
      .filter(({ name }) => OPENINGS[name]?.by !== 'hover')
      .flatMap(({ seen }) => seen.map(({ load }) => load)),
  })
  printOpening(visits)
  const repeat = repeatWithin('streams', Math.min(runs, STREAM_RUNS), STREAMS_LIMIT_MS)
  printStream(await measureStream(browser, repeat))
} finally {
  await browser.close()
  pages.close()
  await counterbell.stop()
  removeDataFolder(counterbell.dataDir)
}
