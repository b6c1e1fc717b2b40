import { and, asc, eq, isNotNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { shopSettings, teammates, versions } from '../db/schema.ts'

const ONLY_ROW = 1

/** The stored value, unread; undefined before the shop was created. */
export function findSettings(db: Database): unknown {
  return onlySettings(db).get()?.value
}
const onlySettings = prepareOnce((db) =>
  db.select().from(shopSettings).where(eq(shopSettings.id, ONLY_ROW)).prepare(),
)

/** Rises whenever settings are written; 0 before the shop was created. */
export function readSettingsVersion(db: Database): number {
  return settingsVersion(db).get()?.version ?? 0
}
const settingsVersion = prepareOnce((db) =>
  db.select().from(versions).where(eq(versions.name, 'settings')).prepare(),
)

export function putSettings(tx: Database, value: unknown): void {
  tx.insert(shopSettings)
    .values({ id: ONLY_ROW, value })
    .onConflictDoUpdate({ target: shopSettings.id, set: { value } })
    .run()
  tx.insert(versions)
    .values({ name: 'settings', version: 1 })
    .onConflictDoUpdate({ target: versions.name, set: { version: sql`${versions.version} + 1` } })
    .run()
}

/** The team as the launcher may show it, longest-serving first: who can sign in and has a name. */
export function listTeam(db: Database, limit: number) {
  return db
    .select({ name: teammates.name, picture: teammates.picture })
    .from(teammates)
    .where(and(ne(teammates.name, ''), isNotNull(teammates.passwordHash)))
    .orderBy(asc(teammates.createdAt), asc(teammates.id))
    .limit(limit)
    .all()
}
