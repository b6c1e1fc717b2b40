import type { Author } from '../../../protocol/authors.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { ClientId } from '../../../protocol/ids.ts'
import type { Database } from '../../db/database.ts'
import { eventsOfCommand, findCommand } from './store.ts'
import type { StoredConversation } from './stored-conversation.ts'

/** What a command did: the conversation as it stands now, and the events of the command. */
export type CommandOutcome = { conversation: StoredConversation; events: ConversationEvent[] }

/** A repeat is known before any version is compared, and gets what the first one did. */
export function repeatedCommand(
  tx: Database,
  conversation: StoredConversation,
  author: Pick<Author, 'kind' | 'id'>,
  clientId: ClientId,
): CommandOutcome | undefined {
  const main = findCommand(tx, conversation.id, author, clientId)
  if (!main) return undefined
  const questionId = main.type === 'message.created' ? main.message.id : undefined
  return { conversation, events: eventsOfCommand(tx, main, questionId) }
}
