import type { Database } from '../../db/database.ts'
import { writeTransaction } from '../../db/write-transaction.ts'
import { readSettings } from '../../shops/read-settings.ts'
import { addTokens, findTokensOf } from './store.ts'

export type Reservation = {
  /** Puts what was really spent in place of what was reserved. */
  settle(spent: number): void
}

/**
 * Takes the most that an answer can cost from the shop's day (UTC) before it is asked for, so that many
 * at once cannot spend more than there is. Undefined when the day has not that much left.
 */
export function reserveTokens(
  db: Database,
  nowAt: number,
  tokens: number,
): Reservation | undefined {
  const day = new Date(nowAt).toISOString().slice(0, 10)
  const reserved = writeTransaction(db, (tx) => {
    const { answerTokensPerDay } = readSettings(tx)
    if (findTokensOf(tx, day) + tokens > answerTokensPerDay) return false
    addTokens(tx, day, tokens)
    return true
  })
  if (!reserved) return undefined
  return { settle: (spent) => writeTransaction(db, (tx) => addTokens(tx, day, spent - tokens)) }
}
