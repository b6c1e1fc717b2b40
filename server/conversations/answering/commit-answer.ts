import type { Answer } from '../../answers/answerer.ts'
import { findItemCard } from '../../content/find-item-card.ts'
import type { Context } from '../../core/context.ts'
import { assess } from '../handoff/assess.ts'
import { afterCommit } from '../log/after-commit.ts'
import { ASSISTANT } from '../log/authors.ts'
import type { AnswerRun } from './begin-run.ts'
import type { OwedQuestion } from './owed-conversation.ts'
import { settleQuestion } from './settle-question.ts'

/** Stores the answer, unless nobody waits for it any more. The items are shown as their rows stand now. */
export function commitAnswer(
  ctx: Context,
  question: OwedQuestion,
  answer: Answer,
  run: AnswerRun,
): void {
  const messageId = run.messageId()
  const committed = settleQuestion(ctx, question, (tx, conversation) => {
    const { text, citations } = answer
    const items = answer.items.map((item) => findItemCard(tx, item.code) ?? item)
    const message = { id: messageId, text, answers: question.questionId, citations, items }
    return {
      event: { type: 'message.created', author: ASSISTANT, message },
      messageId,
      assessment: assess(tx, conversation, { answer }),
    }
  })
  if (!committed) return
  // The text is in the log now: whoever asks from here on gets the event, not the running text.
  ctx.live.end(question.conversationId, messageId)
  afterCommit(ctx, committed)
}
