import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { normalEmail } from './normal-email.ts'
import { deleteSessionsOf, deleteTeammate, findTeammateByEmail } from './store.ts'

/**
 * Ends an account: its sessions and its one-time link go with it. What the teammate wrote stays, under
 * their name: events carry it. False where no account has this e-mail address.
 */
export function removeTeammate(db: Database, email: string): boolean {
  return writeTransaction(db, (tx) => {
    const teammate = findTeammateByEmail(tx, normalEmail(email))
    if (teammate === undefined) return false
    deleteSessionsOf(tx, teammate.id)
    deleteTeammate(tx, teammate.id)
    return true
  })
}
