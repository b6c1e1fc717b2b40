import type { DeltaFrame, LiveAnswer, StreamFrame } from '../../../protocol/frames.ts'
import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { Citation } from '../../../protocol/messages.ts'

/** Hears the frames of a conversation that its visitor may see, in the order in which they came to be. */
export type LiveListener = (frame: StreamFrame) => void

/**
 * The answers that are being written now, of one shop. In memory only: after a crash the owed answers
 * are made good from the log.
 */
export type LiveAnswers = {
  /** The answer being written, for whoever comes late; null when none is or nothing has come yet. */
  current(conversationId: ConversationId): LiveAnswer | null
  /** Begins, or begins anew under another id after `drop`. The signal aborts when the answer is cut. */
  begin(conversationId: ConversationId, answer: Omit<LiveAnswer, 'text'>): AbortSignal
  append(
    conversationId: ConversationId,
    text: string,
    citations?: readonly Citation[],
  ): DeltaFrame | null
  /** What the marks of the text so far cite: no mark is stored without its source. */
  citationsOf(conversationId: ConversationId): Citation[]
  /** Ends an answer to an older version and aborts whoever writes it. */
  cutOlderThan(conversationId: ConversationId, version: number): void
  end(conversationId: ConversationId, messageId: MessageId): void
  listen(conversationId: ConversationId, listener: LiveListener): () => void
  tell(conversationId: ConversationId, frame: StreamFrame): void
  /**
   * Runs `answer` when the answers of this conversation that were queued before it are done: one at a
   * time. The promise settles when this question's turn is over; it never rejects.
   */
  enqueue(
    conversationId: ConversationId,
    questionId: MessageId,
    answer: () => Promise<void>,
  ): Promise<void>
  /** The turn of a question that is queued or being answered: what a repeat of its command waits for. */
  turnOf(questionId: MessageId): Promise<void> | undefined
  /** Settles when no answer is queued or being written. */
  idle(): Promise<void>
}

type Running = LiveAnswer & { abort: AbortController; citations: readonly Citation[] }

export function createLiveAnswers(onError: (error: unknown) => void): LiveAnswers {
  const running = new Map<ConversationId, Running>()
  const listeners = new Map<ConversationId, Set<LiveListener>>()
  const tails = new Map<ConversationId, Promise<void>>()
  const turns = new Map<MessageId, Promise<void>>()

  return {
    current(conversationId) {
      const answer = running.get(conversationId)
      if (!answer || answer.text === '') return null
      const { abort: _, citations: __, ...live } = answer
      return live
    },

    begin(conversationId, answer) {
      const abort = running.get(conversationId)?.abort ?? new AbortController()
      running.set(conversationId, { ...answer, text: '', abort, citations: [] })
      return abort.signal
    },

    append(conversationId, text, citations) {
      const answer = running.get(conversationId)
      if (!answer || text === '') return null
      const { messageId, answers, version } = answer
      const offset = answer.text.length
      answer.text += text
      if (citations) answer.citations = [...citations]
      return { type: 'delta', messageId, answers, version, offset, text }
    },

    citationsOf(conversationId) {
      const { text = '', citations = [] } = running.get(conversationId) ?? {}
      return citations.filter(({ n }) => text.includes(`[${n}]`))
    },

    cutOlderThan(conversationId, version) {
      const answer = running.get(conversationId)
      if (!answer || answer.version >= version) return
      running.delete(conversationId)
      answer.abort.abort(new Error('the answer was cut'))
    },

    end(conversationId, messageId) {
      if (running.get(conversationId)?.messageId === messageId) running.delete(conversationId)
    },

    listen(conversationId, listener) {
      const all = listeners.get(conversationId) ?? new Set()
      listeners.set(conversationId, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0) listeners.delete(conversationId)
      }
    },

    tell(conversationId, frame) {
      for (const listener of listeners.get(conversationId) ?? []) listener(frame)
    },

    enqueue(conversationId, questionId, answer) {
      const before = tails.get(conversationId) ?? Promise.resolve()
      const turn = before.then(answer).catch(onError)
      tails.set(conversationId, turn)
      turns.set(questionId, turn)
      void turn.then(() => {
        turns.delete(questionId)
        if (tails.get(conversationId) === turn) tails.delete(conversationId)
      })
      return turn
    },

    turnOf: (questionId) => turns.get(questionId),

    async idle() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
