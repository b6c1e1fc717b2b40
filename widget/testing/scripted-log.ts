import type { Author } from '../../protocol/authors.ts'
import type { Conversation } from '../../protocol/conversations.ts'
import type { ConversationEvent } from '../../protocol/events.ts'
import type { ConversationRoomFrame, LiveAnswer } from '../../protocol/frames.ts'
import { applyEvent } from '../../protocol/pure/apply-event.ts'

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
export type EventDraft = DistributiveOmit<
  ConversationEvent,
  'id' | 'conversationId' | 'seq' | 'prev' | 'createdAt' | 'audience'
>

export const ASSISTANT: Author = { kind: 'assistant', id: 'assistant' }

/** One conversation as the server keeps it: a dense log, its fold, and the answer that is being written. */
export type ScriptedLog = {
  conversation: Conversation
  events: ConversationEvent[]
  live: LiveAnswer | null
  /** Hears of each frame: streams on a POST and sockets of the room. */
  listeners: Set<(frame: ConversationRoomFrame) => void>
  /** What the room's sockets said of typing. */
  typing: boolean[]
  append(draft: EventDraft): ConversationEvent
  /** A seq that only staff can see. */
  skip(): void
  tell(frame: ConversationRoomFrame): void
}

export function createScriptedLog(
  conversation: Conversation,
  newId: (prefix: string) => string,
): ScriptedLog {
  let seq = 0
  const log: ScriptedLog = {
    conversation,
    events: [],
    live: null,
    listeners: new Set(),
    typing: [],
    append(draft) {
      const prev = log.events.at(-1)?.seq ?? 0
      // Holds for every draft: the stamp is what a draft lacks, and this log has no staff events.
      const event = {
        ...draft,
        id: newId('evt'),
        conversationId: conversation.id,
        seq: ++seq,
        prev,
        audience: 'everyone',
        createdAt: Date.now(),
      } as ConversationEvent
      log.events.push(event)
      log.conversation = applyEvent(log.conversation, event)
      log.tell({ type: 'event', event })
      return event
    },
    skip() {
      seq++
    },
    tell(frame) {
      for (const listener of log.listeners) listener(frame)
    },
  }
  return log
}
