import type { ConversationId } from '../../../protocol/ids.ts'
import type { ConversationSummary } from '../../../protocol/inbox.ts'
import { visitorLabel } from '../../../protocol/pure/visitor-label.ts'
import { findItemCard } from '../../content/find-item-card.ts'
import type { Database } from '../../db/database.ts'
import { findConversation } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

/** A conversation as the inbox lists it, by id: what the publisher sends after each commit. */
export function summaryOf(
  db: Database,
  conversationId: ConversationId,
): { lastSeq: number; summary: ConversationSummary } | undefined {
  const row = findConversation(db, conversationId)
  return row && { lastSeq: row.lastSeq, summary: summarise(db, row) }
}

export function summarise(db: Database, row: StoredConversation): ConversationSummary {
  const item = row.page?.itemCode === undefined ? undefined : findItemCard(db, row.page.itemCode)
  return {
    phase: row.phase,
    version: row.version,
    language: row.language,
    startedAt: row.startedAt,
    updatedAt: row.updatedAt,
    visitorLabel: visitorLabel(row.visitorId),
    ...(row.email !== null && { email: row.email }),
    ...(row.lastLine && { lastLine: row.lastLine }),
    ...(item && { item }),
    visitorMessages: row.visitorMessages,
  }
}
