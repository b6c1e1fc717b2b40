import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { Database } from '../../db/database.ts'
import { findConversation, findOwedAnswer } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'

export type OwedQuestion = {
  conversationId: ConversationId
  questionId: MessageId
  /** The version that the answer was begun on. */
  version: number
}

/** The conversation as long as it still waits for this very answer; undefined once it has moved on. */
export function owedConversation(
  tx: Database,
  { conversationId, questionId, version }: OwedQuestion,
): { conversation: StoredConversation; questionSeq: number } | undefined {
  const conversation = findConversation(tx, conversationId)
  if (conversation?.version !== version || conversation.phaseName !== 'assistant') return undefined
  const owed = findOwedAnswer(tx, conversationId, questionId)
  return owed && { conversation, questionSeq: owed.seq }
}
