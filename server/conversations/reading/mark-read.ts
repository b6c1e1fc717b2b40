import type { ConversationId } from '../../../protocol/ids.ts'
import type { TeammateContext } from '../../core/context.ts'
import { writeTransaction } from '../../db/write-transaction.ts'
import { shopsConversation } from '../log/shops-conversation.ts'
import { countVisitorMessages, raiseReadMark } from './store.ts'

/** This teammate has seen the thread up to `seq`. Theirs alone: nobody else is told. */
export function markRead(
  ctx: TeammateContext,
  input: { conversationId: ConversationId; seq: number },
): { readVisitorMessages: number } {
  return writeTransaction(ctx.db, (tx) => {
    const conversation = shopsConversation(tx, input.conversationId)
    const seq = Math.min(input.seq, conversation.lastSeq)
    const visitorMessages = countVisitorMessages(tx, conversation.id, seq)
    raiseReadMark(tx, {
      teammateId: ctx.actor.teammate.id,
      conversationId: conversation.id,
      seq,
      visitorMessages,
    })
    return { readVisitorMessages: visitorMessages }
  })
}
