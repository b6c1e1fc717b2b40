import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { answerTokens } from '../../db/schema.ts'

export function findTokensOf(db: Database, day: string): number {
  return db.select().from(answerTokens).where(eq(answerTokens.day, day)).get()?.tokens ?? 0
}

/** `tokens` may be negative: what was reserved and not spent. */
export function addTokens(db: Database, day: string, tokens: number): void {
  db.insert(answerTokens)
    .values({ day, tokens })
    .onConflictDoUpdate({
      target: answerTokens.day,
      set: { tokens: sql`${answerTokens.tokens} + ${tokens}` },
    })
    .run()
}
