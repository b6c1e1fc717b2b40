import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { AnswerHooks } from '../../answers/answerer.ts'
import type { Context } from '../../core/context.ts'

/** One answer being written: its hooks, and the id that it will be stored under. */
export type AnswerRun = { hooks: AnswerHooks; messageId(): MessageId }

/** Streams to whoever listens. What is dropped comes again under another id. */
export function beginRun(
  ctx: Context,
  conversationId: ConversationId,
  answers: MessageId,
  version: number,
): AnswerRun {
  let messageId = ctx.newId('msg')
  const signal = ctx.live.begin(conversationId, { messageId, answers, version })
  return {
    messageId: () => messageId,
    hooks: {
      signal,
      delta(text, citations) {
        const frame = signal.aborted ? null : ctx.live.append(conversationId, text, citations)
        if (!frame) return
        ctx.live.tell(conversationId, frame)
        ctx.publish.delta(conversationId, frame)
      },
      dropped() {
        if (signal.aborted || !ctx.live.current(conversationId)) return
        ctx.live.tell(conversationId, { type: 'dropped', messageId })
        ctx.publish.dropped(conversationId, messageId)
        messageId = ctx.newId('msg')
        ctx.live.begin(conversationId, { messageId, answers, version })
      },
    },
  }
}
