import type { NewEvent } from '../../protocol/events.ts'
import type { Context } from '../core/context.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { afterCommit } from './after-commit.ts'
import { appendEvents } from './append-events.ts'
import { assessedEvent, assessFailure } from './assess.ts'
import { escalationEvents } from './escalation-events.ts'
import { type OwedQuestion, owedConversation } from './owed-conversation.ts'
import { deleteOwedAnswers } from './store.ts'

/** Says in the log that a question got no answer, and offers a person. */
export function commitFailure(ctx: Context, question: OwedQuestion): void {
  const { questionId } = question
  const committed = writeTransaction(ctx.db, (tx) => {
    const owed = owedConversation(tx, question)
    if (!owed) return undefined
    const { conversation, questionSeq: cause } = owed
    const assessment = assessFailure(tx, conversation)
    const drafts: NewEvent[] = [
      {
        type: 'answer.failed',
        author: { kind: 'system', id: 'system' },
        answers: questionId,
        code: 'assistant_unavailable',
      },
      assessedEvent(questionId, assessment),
      ...escalationEvents(tx, ctx, conversation, assessment.decision),
    ]
    deleteOwedAnswers(tx, conversation.id, questionId)
    return appendEvents(
      tx,
      ctx,
      conversation,
      drafts.map((draft) => ({ ...draft, cause })),
    )
  })
  if (committed) afterCommit(ctx, committed)
}
