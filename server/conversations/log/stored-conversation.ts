import type { Conversation, StaffConversation } from '../../../protocol/conversations.ts'
import type { conversations } from '../../db/schema.ts'

/** The projection's row. */
export type StoredConversation = typeof conversations.$inferSelect

/** What staff may see of a conversation; the fold of all its events. */
export function staffView(row: StoredConversation): StaffConversation {
  return {
    id: row.id,
    phase: row.phase,
    version: row.version,
    lastSeq: row.lastSeq,
    language: row.language,
    startedAt: row.startedAt,
    ...(row.page && { page: row.page }),
    ...(row.offer && { offer: row.offer }),
    offerDeclined: row.offerDeclined,
    emailGiven: row.email !== null,
    visitorId: row.visitorId,
    ...(row.email !== null && { email: row.email }),
  }
}

/** What its shopper may see. `lastSeq` is the last seq of an `everyone` event. */
export function visitorView(row: StoredConversation): Conversation {
  const { visitorId: _visitorId, email: _email, ...conversation } = staffView(row)
  return { ...conversation, lastSeq: row.lastEveryoneSeq }
}
