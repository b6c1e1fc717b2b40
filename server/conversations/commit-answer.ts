import type { NewEvent } from '../../protocol/events.ts'
import type { Answer } from '../answers/answerer.ts'
import { findItemCard } from '../content/find-item-card.ts'
import type { Context } from '../core/context.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { afterCommit } from './after-commit.ts'
import type { AnswerRun } from './answer-run.ts'
import { appendEvents } from './append-events.ts'
import { assessAnswer, assessedEvent } from './assess.ts'
import { escalationEvents } from './escalation-events.ts'
import { type OwedQuestion, owedConversation } from './owed-conversation.ts'
import { deleteOwedAnswers } from './store.ts'

const ASSISTANT = { kind: 'assistant', id: 'assistant' } as const

/**
 * The answer, its assessment and what escalation makes of it, in one transaction. Commits nothing when
 * the conversation has moved to another version or no longer owes the answer.
 */
export function commitAnswer(
  ctx: Context,
  question: OwedQuestion,
  answer: Answer,
  run: AnswerRun,
): void {
  const messageId = run.messageId()
  const committed = writeTransaction(ctx.db, (tx) => {
    const owed = owedConversation(tx, question)
    if (!owed) return undefined
    const { conversation, questionSeq: cause } = owed
    const { text, citations } = answer
    const items = answer.items.map((item) => findItemCard(tx, item.code) ?? item)
    const assessment = assessAnswer(tx, conversation, answer)
    const drafts: NewEvent[] = [
      {
        type: 'message.created',
        author: ASSISTANT,
        message: { id: messageId, text, answers: question.questionId, citations, items },
      },
      assessedEvent(messageId, assessment),
      ...escalationEvents(tx, ctx, conversation, assessment.decision),
    ]
    deleteOwedAnswers(tx, conversation.id, question.questionId)
    return appendEvents(
      tx,
      ctx,
      conversation,
      drafts.map((draft) => ({ ...draft, cause })),
    )
  })
  if (!committed) return
  // The text is in the log now: whoever asks from here on gets the event, not the running text.
  ctx.live.end(question.conversationId, messageId)
  afterCommit(ctx, committed)
}
