import * as v from 'valibot'
import type { Database } from '../db/database.ts'
import { ShopSettings } from './settings.ts'
import { findSettings } from './store.ts'

/**
 * The shop's settings, with the defaults for what it has not set. Read anew each time: the command line
 * writes beside the server, and a row costs less than knowing whether it has changed.
 */
export function readSettings(db: Database): ShopSettings {
  return v.parse(ShopSettings, findSettings(db) ?? {})
}
