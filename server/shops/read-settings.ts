import * as v from 'valibot'
import type { Database } from '../db/database.ts'
import { ShopSettings } from './settings.ts'
import { findSettings, readSettingsVersion } from './store.ts'

/**
 * The shop's settings, with the defaults for what it has not set. Checked anew once their version has
 * risen: the command line writes them beside the server.
 */
export function readSettings(db: Database): ShopSettings {
  const version = readSettingsVersion(db)
  const known = read.get(db)
  if (known?.version === version) return known.settings
  const settings = v.parse(ShopSettings, findSettings(db) ?? {})
  read.set(db, { version, settings })
  return settings
}
const read = new WeakMap<Database, { version: number; settings: ShopSettings }>()
