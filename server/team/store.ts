import { and, asc, eq, gt, gte, lte, ne } from 'drizzle-orm'
import type { TeammateId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { oneTimeLinks, sessions, teammates } from '../db/schema.ts'

export type Teammate = typeof teammates.$inferSelect
export type Session = typeof sessions.$inferSelect
export type OneTimeLink = typeof oneTimeLinks.$inferSelect

export function findTeammateByEmail(db: Database, email: string): Teammate | undefined {
  return db.select().from(teammates).where(eq(teammates.email, email)).get()
}

export function findTeammate(db: Database, id: TeammateId): Teammate | undefined {
  return db.select().from(teammates).where(eq(teammates.id, id)).get()
}

export function insertTeammate(tx: Database, row: Teammate): void {
  tx.insert(teammates).values(row).run()
}

export function listOwners(db: Database): Teammate[] {
  return db
    .select()
    .from(teammates)
    .where(eq(teammates.role, 'owner'))
    .orderBy(asc(teammates.createdAt), asc(teammates.id))
    .all()
}

export function listAroundSince(db: Database, sinceAt: number): Teammate[] {
  return db
    .select()
    .from(teammates)
    .where(and(gte(teammates.aroundAt, sinceAt), ne(teammates.name, '')))
    .orderBy(asc(teammates.createdAt), asc(teammates.id))
    .all()
}

export function updateTeammate(
  tx: Database,
  id: TeammateId,
  changes: Partial<Pick<Teammate, 'name' | 'passwordHash' | 'aroundAt'>>,
): void {
  tx.update(teammates).set(changes).where(eq(teammates.id, id)).run()
}

/** The account with its one-time link; its sessions are ended by `deleteSessionsOf`. */
export function deleteTeammate(tx: Database, id: TeammateId): void {
  tx.delete(oneTimeLinks).where(eq(oneTimeLinks.teammateId, id)).run()
  tx.delete(teammates).where(eq(teammates.id, id)).run()
}

export function insertSession(tx: Database, row: Session): void {
  tx.insert(sessions).values(row).run()
}

/** The session with its teammate, while it lasts. */
export function findSession(
  db: Database,
  tokenHash: string,
  nowAt: number,
): { session: Session; teammate: Teammate } | undefined {
  return db
    .select({ session: sessions, teammate: teammates })
    .from(sessions)
    .innerJoin(teammates, eq(teammates.id, sessions.teammateId))
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, nowAt)))
    .get()
}

export function prolongSession(tx: Database, tokenHash: string, expiresAt: number): void {
  tx.update(sessions).set({ expiresAt }).where(eq(sessions.tokenHash, tokenHash)).run()
}

export function deleteSession(tx: Database, tokenHash: string): void {
  tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run()
}

/** Returns the hashes of the sessions that ended. */
export function deleteSessionsOf(tx: Database, teammateId: TeammateId): string[] {
  return tx
    .delete(sessions)
    .where(eq(sessions.teammateId, teammateId))
    .returning({ tokenHash: sessions.tokenHash })
    .all()
    .map((row) => row.tokenHash)
}

export function deleteExpiredSessions(tx: Database, nowAt: number): void {
  tx.delete(sessions).where(lte(sessions.expiresAt, nowAt)).run()
}

/** A teammate has one link at a time: the newest. */
export function putLink(tx: Database, row: OneTimeLink): void {
  tx.delete(oneTimeLinks).where(eq(oneTimeLinks.teammateId, row.teammateId)).run()
  tx.insert(oneTimeLinks).values(row).run()
}

/** Whether somebody holds a link that lasts. */
export function hasLink(db: Database, teammateId: TeammateId, nowAt: number): boolean {
  const standing = and(eq(oneTimeLinks.teammateId, teammateId), gt(oneTimeLinks.expiresAt, nowAt))
  return db.select().from(oneTimeLinks).where(standing).get() !== undefined
}

/** Whom a link is for, while it lasts. */
export function findLinkedTeammate(
  db: Database,
  tokenHash: string,
  nowAt: number,
): Teammate | undefined {
  return db
    .select({ teammate: teammates })
    .from(oneTimeLinks)
    .innerJoin(teammates, eq(teammates.id, oneTimeLinks.teammateId))
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash), gt(oneTimeLinks.expiresAt, nowAt)))
    .get()?.teammate
}

/** True for the one caller who took it. */
export function takeLink(tx: Database, tokenHash: string, nowAt: number): boolean {
  const taken = tx
    .delete(oneTimeLinks)
    .where(and(eq(oneTimeLinks.tokenHash, tokenHash), gt(oneTimeLinks.expiresAt, nowAt)))
    .returning({ tokenHash: oneTimeLinks.tokenHash })
    .all()
  return taken.length > 0
}
