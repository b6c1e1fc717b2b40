import type { DeltaFrame, LiveAnswer, StreamFrame } from '../../protocol/frames.ts'
import type { ConversationId, MessageId } from '../../protocol/ids.ts'

/** What an HTTP stream hears of a conversation: frames in the order in which they came to be. */
export type LiveListener = (frame: StreamFrame) => void

/**
 * The answers that are being written now, of one shop. In memory: after a crash the owed answers are
 * made good from the log. One answer at a time a conversation.
 */
export type LiveAnswers = {
  /** The answer being written, for whoever comes late. */
  current(conversationId: ConversationId): LiveAnswer | null
  begin(conversationId: ConversationId, answer: Omit<LiveAnswer, 'text'>): AbortSignal
  append(conversationId: ConversationId, text: string): DeltaFrame
  /** Forgets the text streamed so far, and says whether there was any. */
  drop(conversationId: ConversationId): boolean
  /** Ends the running answer, if any: its text so far, and the model call is aborted. */
  cut(conversationId: ConversationId): LiveAnswer | null
  end(conversationId: ConversationId, messageId: MessageId): void
  /** Hears everything of a conversation until the returned function is called. */
  listen(conversationId: ConversationId, listener: LiveListener): () => void
  tell(conversationId: ConversationId, frame: StreamFrame): void
}
