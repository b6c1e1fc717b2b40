import type { ConversationEvent } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import type { Question, Turn } from '../../answers/answerer.ts'
import { findItemCard } from '../../content/find-item-card.ts'
import type { Database } from '../../db/database.ts'
import { findMessage, listLatestMessages } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

/** The window that the assistant may look back through, in messages. */
const HISTORY_MESSAGES = 12

/** What the answerer gets to see. The item is one of ours or none: the page is not a witness. */
export function questionFromLog(
  db: Database,
  conversation: StoredConversation,
  questionId: MessageId,
): Question {
  const asked = findMessage(db, conversation.id, questionId)
  if (!asked) throw new Error('an owed question is not in the log')
  const page = 'page' in asked.message ? asked.message.page : undefined
  const itemCode = (page ?? conversation.page)?.itemCode
  const card = itemCode === undefined ? undefined : findItemCard(db, itemCode)
  return {
    id: questionId,
    text: asked.message.text,
    language: conversation.language,
    ...(card && { itemCode: card.code }),
    history: listLatestMessages(db, conversation.id, HISTORY_MESSAGES + 1)
      .filter((event) => event.seq < asked.seq)
      .flatMap(turn),
  }
}

function turn(event: ConversationEvent): Turn[] {
  if (event.type !== 'message.created' || event.author.kind === 'system') return []
  return [{ by: event.author.kind, text: event.message.text }]
}
