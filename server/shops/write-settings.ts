import * as v from 'valibot'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { ShopSettings, type ShopSettingsInput } from './settings.ts'
import { findSettings, putSettings } from './store.ts'

/** Changes what `changes` names and leaves the rest, defaults included, as it was. */
export function writeSettings(db: Database, changes: ShopSettingsInput): ShopSettings {
  return writeTransaction(db, (tx) => {
    const stored = v.parse(v.record(v.string(), v.unknown()), findSettings(tx) ?? {})
    const next = { ...stored, ...changes }
    const settings = v.parse(ShopSettings, next)
    putSettings(tx, next)
    return settings
  })
}
