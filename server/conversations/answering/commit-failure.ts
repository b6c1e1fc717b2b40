import type { Context } from '../../core/context.ts'
import { assess } from '../handoff/assess.ts'
import { afterCommit } from '../log/after-commit.ts'
import { SYSTEM } from '../log/authors.ts'
import type { OwedQuestion } from './owed-conversation.ts'
import { settleQuestion } from './settle-question.ts'

/** Says in the log that a question got no answer, and offers a person. */
export function commitFailure(ctx: Context, question: OwedQuestion): void {
  const { questionId } = question
  const committed = settleQuestion(ctx, question, (tx, conversation) => ({
    event: {
      type: 'answer.failed',
      author: SYSTEM,
      answers: questionId,
      code: 'assistant_unavailable',
    },
    messageId: questionId,
    assessment: assess(tx, conversation, { assistantFailed: true }),
  }))
  if (committed) afterCommit(ctx, committed)
}
