import type { SystemContext } from '../../core/context.ts'
import { findConversation, listOwedAnswers } from '../log/store.ts'
import { answerQuestion } from './answer-question.ts'
import { commitFailure } from './commit-failure.ts'

/** An answer that comes later than this answers a question that nobody waits for any more. */
const TOO_LATE_MS = 2 * 60_000

/**
 * Makes good what a stop left open: owed answers are given in order by `ctx.answerer` (extractively),
 * and those that are too old are said to have failed, with the offer of a person.
 */
export function recoverShop(ctx: SystemContext): void {
  for (const { conversationId, questionId, createdAt } of listOwedAnswers(ctx.db)) {
    if (ctx.now() - createdAt <= TOO_LATE_MS) {
      void ctx.live.enqueue(conversationId, questionId, () =>
        answerQuestion(ctx, conversationId, questionId),
      )
      continue
    }
    const version = findConversation(ctx.db, conversationId)?.version ?? 0
    commitFailure(ctx, { conversationId, questionId, version })
  }
}
