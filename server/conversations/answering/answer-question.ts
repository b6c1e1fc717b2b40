import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { Answer } from '../../answers/answerer.ts'
import type { Context } from '../../core/context.ts'
import { findConversation, findOwedAnswer } from '../log/store.ts'
import { beginRun } from './begin-run.ts'
import { commitAnswer } from './commit-answer.ts'
import { commitFailure } from './commit-failure.ts'
import { questionFromLog } from './question-from-log.ts'

/**
 * Lets the assistant answer one question and commits what it says, unless the conversation has left the
 * version that the answer was begun on.
 */
export async function answerQuestion(
  ctx: Context,
  conversationId: ConversationId,
  questionId: MessageId,
): Promise<void> {
  const conversation = findConversation(ctx.db, conversationId)
  if (!conversation || !findOwedAnswer(ctx.db, conversationId, questionId)) return
  const { version } = conversation
  const question = questionFromLog(ctx.db, conversation, questionId)
  const run = beginRun(ctx, conversationId, questionId, version)
  ctx.publish.writing(conversationId, true)
  try {
    const answer = await unlessAborted(
      ctx.answerer.answer({ db: ctx.db, log: ctx.log, now: ctx.now }, question, run.hooks),
      run.hooks.signal,
    )
    commitAnswer(ctx, { conversationId, questionId, version }, answer, run)
  } catch (error) {
    if (run.hooks.signal.aborted) return
    ctx.log.error('answer_failed', { conversationId, questionId, reason: describe(error) })
    run.hooks.dropped()
    commitFailure(ctx, { conversationId, questionId, version })
  } finally {
    ctx.live.end(conversationId, run.messageId())
    ctx.publish.writing(conversationId, false)
  }
}

/** An answerer that is slow to hear the signal must not hold up the conversation. */
function unlessAborted(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** The error's kind, not its text: a model's error may quote the shopper. */
function describe(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
