import * as v from 'valibot'
import { AppError } from '../core/app-error.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { mergePatch } from './merge-patch.ts'
import { ShopSettings } from './settings.ts'
import { findSettings, putSettings } from './store.ts'

/**
 * Changes what `changes` names (a merge patch) and leaves the rest, defaults included, as it was.
 * Throws `body_malformed`, and writes nothing, when a setting does not exist or cannot have this value.
 */
export function writeSettings(db: Database, changes: unknown): ShopSettings {
  return writeTransaction(db, (tx) => {
    const next = mergePatch(findSettings(tx) ?? {}, changes)
    const read = v.safeParse(ShopSettings, next)
    if (!read.success) {
      const [issue] = read.issues
      throw refusal(v.getDotPath(issue) ?? 'The file', issue.message)
    }
    const stranger = findStranger(changes, read.output)
    if (stranger !== undefined) throw refusal(stranger, 'There is no such setting.')
    putSettings(tx, next)
    return read.output
  })
}

function refusal(setting: string, why: string): AppError {
  return new AppError('body_malformed', `${setting}: ${why}`)
}

/** The first name among the changes that the settings do not know. */
function findStranger(changes: unknown, known: unknown, path = ''): string | undefined {
  if (typeof changes !== 'object' || changes === null) return undefined
  const names = new Map(Object.entries(known ?? {}))
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) continue
    if (!names.has(name)) return `${path}${name}`
    const deeper = findStranger(change, names.get(name), `${path}${name}.`)
    if (deeper !== undefined) return deeper
  }
  return undefined
}
