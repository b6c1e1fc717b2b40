import { existsSync, linkSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { ShopId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { makeDataFolder } from './data-folder.ts'
import { openShopFile, type ShopFile } from './open-shop-file.ts'
import { StartError } from './start-error.ts'

const SUFFIX = '.sqlite'

/** A shop's file; undefined for whatever is no shop id, so that no request can name another path. */
export function shopFilePath(dataDir: string, id: string): string | undefined {
  return v.is(ShopId, id) ? join(dataDir, 'shops', `${id}${SUFFIX}`) : undefined
}

export function listShopIds(dataDir: string): ShopId[] {
  const folder = join(dataDir, 'shops')
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((id) => v.is(ShopId, id))
    .sort()
}

/** Opens the file of a shop that exists; undefined, and no file, for one that does not. */
export function findShopFile(dataDir: string, id: string): ShopFile | undefined {
  const file = shopFilePath(dataDir, id)
  return file && existsSync(file) ? openShopFile(file, { mustExist: true }) : undefined
}

/**
 * Makes a shop under a name that nobody finds, and gives it its own when `fill` is done: whoever looks
 * sees no shop or a whole one. What a failed attempt left behind is thrown away.
 */
export async function createShopFile<T>(
  dataDir: string,
  id: string,
  fill: (db: Database) => T | Promise<T>,
): Promise<T> {
  const file = shopFilePath(dataDir, id)
  if (!file) throw new StartError(`${id} is no shop id: a letter, then letters, digits and dashes.`)
  if (existsSync(file)) throw new StartError(`There is a shop ${id} already.`)
  makeDataFolder(dataDir)
  const draft = `${file}.new`
  removeWithJournal(draft)
  const shop = openShopFile(draft, { mustExist: false })
  try {
    const filled = await fill(shop.db)
    shop.close()
    // Unlike a rename it fails where the name is taken.
    linkSync(draft, file)
    return filled
  } finally {
    shop.close()
    removeWithJournal(draft)
  }
}

function removeWithJournal(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
}
