import type { NewEvent } from '../../../protocol/events.ts'
import type { ConversationId } from '../../../protocol/ids.ts'
import type { Context } from '../../core/context.ts'
import { ASSISTANT } from '../log/authors.ts'

/**
 * The text streamed so far as an event, for whatever raises the version while an answer runs: what the
 * shopper has seen is in the log, with what its marks cite. Empty when nothing was streamed. `afterCommit`
 * ends the run itself; nothing can come between, since verbs are synchronous.
 */
export function cutAnswerEvents(
  ctx: Pick<Context, 'live'>,
  conversationId: ConversationId,
): NewEvent[] {
  const live = ctx.live.current(conversationId)
  if (!live) return []
  const { messageId, answers, text } = live
  const citations = ctx.live.citationsOf(conversationId)
  return [
    {
      type: 'message.created',
      author: ASSISTANT,
      message: { id: messageId, text, answers, citations, items: [], cut: true },
    },
  ]
}
