import type { Assessment } from '../../../protocol/assessments.ts'
import type { NewEvent } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import type { Context } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { writeTransaction } from '../../db/write-transaction.ts'
import { escalationEvents } from '../handoff/escalation-events.ts'
import { type Appended, appendEvents } from '../log/append-events.ts'
import { deleteOwedAnswers } from '../log/store.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'
import { type OwedQuestion, owedConversation } from './owed-conversation.ts'

/** An answer or a failure, and the assessment of the message that it names. */
type Settlement = { event: NewEvent; messageId: MessageId; assessment: Assessment }

/**
 * Ends what is owed, in one transaction: the answer or its failure, its assessment, and what escalation
 * makes of it. Undefined, and nothing written, once the conversation has moved on to another version or
 * no longer owes this answer.
 */
export function settleQuestion(
  ctx: Context,
  question: OwedQuestion,
  settle: (tx: Database, conversation: StoredConversation) => Settlement,
): Appended | undefined {
  return writeTransaction(ctx.db, (tx) => {
    const owed = owedConversation(tx, question)
    if (!owed) return undefined
    const { conversation, questionSeq } = owed
    const { event, ...assessed } = settle(tx, conversation)
    const drafts = [event, ...escalationEvents(tx, ctx, conversation, assessed)]
    deleteOwedAnswers(tx, conversation.id, question.questionId)
    const caused = drafts.map((draft) => ({ ...draft, cause: questionSeq }))
    return appendEvents(tx, ctx, conversation, caused)
  })
}
