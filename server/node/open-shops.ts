import type { OpenShop, Shops } from '../core/platform.ts'
import type { PublishQueue } from '../rooms/publish-queue.ts'
import type { ShopFile } from './open-shop-file.ts'

/** For answers that are being written when the server stops; the others are made good at the next start. */
const GRACE_MS = 2000

/** A shop as the server runs it: what feature code sees of it, and what must be closed. */
export type RunningShop = { shop: OpenShop & { publish: PublishQueue }; file: ShopFile }

export type RunningShops = Shops & { close(): Promise<void> }

/** Keeps the shops open that were asked for. `open` answers undefined for a shop that has no file. */
export function openShops(open: (id: string) => RunningShop | undefined): RunningShops {
  const running = new Map<string, RunningShop>()

  return {
    find(id) {
      const known = running.get(id)
      if (known) return known.shop
      const opened = open(id)
      if (opened) running.set(id, opened)
      return opened?.shop
    },

    async close() {
      const all = [...running.values()]
      running.clear()
      await atMost(GRACE_MS, Promise.all(all.map(({ shop }) => shop.live.idle())))
      await Promise.all(all.map(({ shop }) => shop.publish.stop()))
      for (const { file } of all) file.close()
    },
  }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late])
  clearTimeout(timer)
}
