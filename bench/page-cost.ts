// What the widget costs a shop's page, beside the same page without it:
// `node bench/run.mjs bench/page-cost.ts [RUNS]`. 5 runs, or as many as fit in 4 minutes.
import { launchBrowser } from '../server/testing/launch-browser.ts'
import { removeDataFolder, startCounterbell } from '../server/testing/start-counterbell.ts'
import { countBytes } from './page-cost/count-bytes.ts'
import { measureStream } from './page-cost/measure-stream.ts'
import { measureVisit, type Opening, type Visit } from './page-cost/measure-visit.ts'
import { printBytes, printLoad, printOpening, printStream } from './page-cost/print-tables.ts'
import { repeatWithin } from './page-cost/repeat-within.ts'
import { serveShopPages } from './page-cost/serve-shop-pages.ts'

const ITEM_PAGE = '/items/MRL-0412'
const VISITS_LIMIT_MS = 130_000
/** Streams take seconds each, and vary little. */
const STREAM_RUNS = 3
const STREAMS_LIMIT_MS = 35_000

const OPENINGS = {
  '1x, floor: a bare text field': { cpuSlowdown: 1, by: 'tap', isFloor: true },
  '1x, tapped at once': { cpuSlowdown: 1, by: 'tap' },
  '4x, floor: a bare text field': { cpuSlowdown: 4, by: 'tap', isFloor: true },
  '4x, tapped at once': { cpuSlowdown: 4, by: 'tap' },
  '4x, tapped at once on slow 4G': { cpuSlowdown: 4, by: 'tap', slowNetwork: true },
  '4x, touched for 100 ms': { cpuSlowdown: 4, by: 'press' },
  '4x, hovered for 700 ms': { cpuSlowdown: 4, by: 'hover' },
} satisfies Record<string, Opening>

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

  const visits = Object.entries<Opening>(OPENINGS).map(([name, opening]) => ({
    name,
    opening,
    seen: [] as Visit[],
  }))
  // Interleaved, so that what the machine does meanwhile falls on all of them.
  await repeatWithin(
    'pages',
    runs,
    VISITS_LIMIT_MS,
  )(async () => {
    for (const { opening, seen } of visits) {
      seen.push(await measureVisit(browser, opening.isFloor ? bareUrl : widgetUrl, opening))
    }
  })
  printLoad(visits)
  printOpening(visits)
  const repeat = repeatWithin('streams', Math.min(runs, STREAM_RUNS), STREAMS_LIMIT_MS)
  printStream(await measureStream(browser, repeat))
} finally {
  await browser.close()
  pages.close()
  await counterbell.stop()
  removeDataFolder(counterbell.dataDir)
}
