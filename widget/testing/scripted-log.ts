import type { Conversation } from '../../protocol/conversations.ts'
import type { ConversationEvent, NewEvent } from '../../protocol/events.ts'
import type { ConversationRoomFrame, LiveAnswer } from '../../protocol/frames.ts'
import type { IdPrefix } from '../../protocol/ids.ts'
import { applyEvent } from '../../protocol/pure/apply-event.ts'
import { ASSISTANT } from '../../server/conversations/log/authors.ts'
import { causeIn, type Hidden, stampEvent } from '../../server/testing/stamp-event.ts'

/** One conversation as its shopper may see it: the log's `everyone` events, their fold, and the answer that is being written. */
export type ScriptedLog = {
  conversation: Conversation
  events: ConversationEvent[]
  live: LiveAnswer | null
  /** Hears of each frame: streams on a POST and sockets of the room. */
  listeners: Set<(frame: ConversationRoomFrame) => void>
  /** What the room's sockets said of typing. */
  typing: boolean[]
  append(draft: NewEvent): ConversationEvent
  /** What one command writes. */
  appendAll(drafts: readonly (NewEvent | Hidden)[]): ConversationEvent[]
  skip(): void
  /** The text streamed so far as an event, for whatever raises the version while an answer runs; A5. */
  cut(): NewEvent[]
  tell(frame: ConversationRoomFrame): void
}

export function createScriptedLog(
  conversation: Conversation,
  newId: <P extends IdPrefix>(prefix: P) => `${P}_${string}`,
): ScriptedLog {
  let seq = 0
  const add = (draft: NewEvent) => {
    const place = { conversationId: conversation.id, seq: ++seq, before: log.events }
    const event = stampEvent(draft, { ...place, id: newId('evt') })
    log.events.push(event)
    log.conversation = applyEvent(log.conversation, event)
    return event
  }
  const log: ScriptedLog = {
    conversation,
    events: [],
    live: null,
    listeners: new Set(),
    typing: [],
    append(draft) {
      const event = add(draft)
      log.tell({ type: 'event', event })
      return event
    },
    appendAll(drafts) {
      const causeOf = causeIn(drafts, seq + 1)
      const events = drafts.flatMap((draft, index) => {
        if (draft !== 'hidden') return add({ ...draft, ...causeOf(index) })
        seq++
        return []
      })
      for (const event of events) log.tell({ type: 'event', event })
      return events
    },
    skip() {
      seq++
    },
    cut() {
      if (!log.live) return []
      const { messageId: id, answers, text } = log.live
      log.live = null
      const message = { id, text, answers, citations: [], items: [], cut: true } as const
      return [{ type: 'message.created', author: ASSISTANT, message }]
    },
    tell(frame) {
      for (const listener of log.listeners) listener(frame)
    },
  }
  return log
}
