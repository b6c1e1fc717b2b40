import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveShop } from '../../examples/vintage-shop/serve-shop.ts'
import { ownerLink } from '../team/owner-link.ts'
import { createClosers } from './closers.ts'
import type { Config } from './config.ts'
import { createDemoShop, DEMO_SHOP } from './create-demo-shop.ts'
import { endOnCrash } from './end-on-crash.ts'
import { mendable } from './listen.ts'
import { localUrl } from './local-url.ts'
import { PACKAGE_ROOT } from './package-root.ts'
import { type RunningServer, runServer } from './run-server.ts'
import { sayWhileSlow } from './say-while-slow.ts'
import { listShopIds, shopFilePath } from './shop-files.ts'
import { startLines } from './start-lines.ts'

const DEMO_ROOT = join(PACKAGE_ROOT, 'examples/vintage-shop')

export type Served = { close(): Promise<void> }

/** Runs the server, and the demo shop where it is wanted, and says where everything is. */
export async function serve(
  config: Config,
  { print, say }: { print(line: string): void; say(line: string): void },
): Promise<Served> {
  const closers = createClosers()
  const started = sayWhileSlow('Starting rooms and shops', say)
  try {
    const server = await runServer(config)
    closers.add(server.close)
    endOnCrash(server.platform.log)
    const url = config.publicUrl ?? localUrl({ host: config.host, port: server.port })
    let shopUrl: string | undefined
    if (config.demo) {
      const shop = await openDemoShop(config, url)
      closers.add(shop.close)
      shopUrl = localUrl({ host: config.host, port: shop.port })
      await makeDemoOnce(config.dataDir, shopUrl, say)
    }
    const lines = startLines({
      shopUrl,
      url,
      inboxes: await inboxes(config, server),
      claude: config.claude,
      answererName: server.platform.answerer.name,
      dataDir: config.dataDir,
    })
    for (const line of lines) print(line)
    return { close: closers.closeAll }
  } catch (error) {
    await closers.closeAll()
    throw error
  } finally {
    started()
  }
}

async function openDemoShop(config: Config, counterbellOrigin: string) {
  const { host, shopPort: port } = config
  const options = { root: DEMO_ROOT, port, host, counterbellOrigin, shopId: DEMO_SHOP }
  return serveShop(options).catch((error) => {
    throw mendable(error, { host, port, setting: 'SHOP_PORT' })
  })
}

async function makeDemoOnce(
  dataDir: string,
  origin: string,
  say: (line: string) => void,
): Promise<void> {
  const file = shopFilePath(dataDir, DEMO_SHOP)
  if (file && existsSync(file)) return
  say('Reading the demo shop …')
  await createDemoShop({ dataDir, root: DEMO_ROOT, origin })
}

/** Every shop; with a one-time link where no owner has a password yet. The demo's is for who has just started it. */
function inboxes({ dataDir, demo }: Config, { platform }: RunningServer) {
  return Promise.all(
    listShopIds(dataDir).map(async (shop) => {
      const open = platform.shops.find(shop)
      const renew = demo && shop === DEMO_SHOP
      return {
        shop,
        ownerLink: open && (await ownerLink({ db: open.db, now: platform.steadyNow }, { renew })),
      }
    }),
  )
}
