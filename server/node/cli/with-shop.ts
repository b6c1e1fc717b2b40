import type { Database } from '../../db/database.ts'
import { CALLED_AS } from '../called-as.ts'
import { findShopFile } from '../shop-files.ts'
import { CommandError, type Terminal } from './command.ts'
import { required } from './read-options.ts'

/** Opens a shop's file for the length of `use`. Makes no file for a shop that is not there. */
export async function withShop<T>(
  { config: { dataDir } }: Terminal,
  shop: string | undefined,
  use: (db: Database, shopId: string) => T | Promise<T>,
): Promise<T> {
  const id = required(shop, '--shop')
  const file = findShopFile(dataDir, id)
  if (!file) {
    throw new CommandError(
      `There is no shop "${id}" in ${dataDir}. "${CALLED_AS} shop list" shows those there are.`,
    )
  }
  try {
    return await use(file.db, id)
  } finally {
    file.close()
  }
}
