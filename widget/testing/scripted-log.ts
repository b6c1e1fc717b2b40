import type { Conversation } from '../../protocol/conversations.ts'
import type { ConversationEvent, NewEvent } from '../../protocol/events.ts'
import type { ConversationRoomFrame, LiveAnswer } from '../../protocol/frames.ts'
import type { IdPrefix } from '../../protocol/ids.ts'
import { applyEvent } from '../../protocol/pure/apply-event.ts'
import { stampEvent } from '../../server/testing/stamp-event.ts'

export const ASSISTANT = { kind: 'assistant', id: 'assistant' } as const

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
  /** What one command writes: the draft with a `clientId` is its main event. `staff` is a seq that only staff can see. */
  appendAll(drafts: readonly (NewEvent | 'staff')[]): ConversationEvent[]
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
      const mainIndex = drafts.findIndex((draft) => draft !== 'staff' && draft.clientId)
      const cause = mainIndex >= 0 && seq + 1 + mainIndex
      const events = drafts.flatMap((draft, index) => {
        if (draft !== 'staff')
          return add({ ...draft, ...(cause && index !== mainIndex && { cause }) })
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
