import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ingestFile } from '../content/ingest-file.ts'
import { isContentFile } from '../content/read-file.ts'
import { newId } from '../core/new-id.ts'
import { createShop } from '../shops/create-shop.ts'
import { addTeammate } from '../team/add-teammate.ts'
import { createShopFile } from './shop-files.ts'

export const DEMO_SHOP = 'demo'
const OWNER = 'owner@demo.example'

/** The vintage shop with its content and its owner, whole or not at all. */
export async function createDemoShop(options: {
  dataDir: string
  /** The example's folder. */
  root: string
  /** Where its pages are served. */
  origin: string
}): Promise<void> {
  await createShopFile(options.dataDir, DEMO_SHOP, async (db) => {
    createShop(db, { name: 'Marlow', origins: [options.origin] })
    const content = join(options.root, 'content')
    for (const name of readdirSync(content).filter(isContentFile).sort()) {
      const bytes = readFileSync(join(content, name))
      ingestFile({ db, now: Date.now, newId }, { name, bytes, siteUrl: options.origin })
    }
    await addTeammate({ db, now: Date.now, newId }, { email: OWNER, role: 'owner' })
  })
}
