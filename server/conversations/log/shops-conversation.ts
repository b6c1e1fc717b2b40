import type { ConversationId } from '../../../protocol/ids.ts'
import { AppError } from '../../core/app-error.ts'
import type { Database } from '../../db/database.ts'
import { findConversation } from './store.ts'
import type { StoredConversation } from './stored-conversation.ts'

/** Any conversation of the shop, for staff. */
export function shopsConversation(db: Database, id: ConversationId): StoredConversation {
  const conversation = findConversation(db, id)
  if (!conversation) throw new AppError('not_found', 'There is no such conversation.')
  return conversation
}
