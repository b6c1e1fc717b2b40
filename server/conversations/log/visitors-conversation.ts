import type { ConversationId } from '../../../protocol/ids.ts'
import { AppError } from '../../core/app-error.ts'
import type { VisitorContext } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { findVisitorsConversation } from './store.ts'
import type { StoredConversation } from './stored-conversation.ts'

/** The visitor's own conversation; for anybody else's, the same answer as for one that is not there. */
export function visitorsConversation(
  db: Database,
  ctx: VisitorContext,
  id: ConversationId,
): StoredConversation {
  const conversation = findVisitorsConversation(db, id, ctx.actor.visitorId)
  if (!conversation) throw new AppError('not_found', 'There is no such conversation.')
  return conversation
}
