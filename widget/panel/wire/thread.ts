import type { CommandReply, EventsReply } from '../../../protocol/api.ts'
import type { Conversation } from '../../../protocol/conversations.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { ConversationRoomFrame, LiveAnswer, StreamFrame } from '../../../protocol/frames.ts'
import { followConversation } from '../../../protocol/pure/follow-conversation.ts'
import type { ConversationState } from '../model/conversation-model.ts'

export type Thread = {
  /** The seq that the next page is asked after. */
  cursor(): number
  /** One frame of the stream or of the room. True when something is missing: then ask for a page. */
  receive(frame: StreamFrame | ConversationRoomFrame): boolean
  /** `asked` is the live text at the time of asking: what began since then is none of the reply's business. */
  receiveReply(reply: EventsReply, asked: LiveAnswer | null): void
  /** What a command brought about. True as with `receive`. */
  receiveResult(result: CommandReply): boolean
}

/** Shows the shopper what the wires bring, in order and once. */
export function createThread(
  { thread: view, live }: Pick<ConversationState, 'thread' | 'live'>,
  onEvent: (event: ConversationEvent) => void,
): Thread {
  const followed = followConversation<Conversation>((event) => event.prev)
  let events: readonly ConversationEvent[] = []

  function show(next: ConversationEvent[]): boolean {
    events = [...events, ...next]
    next.forEach(onEvent)
    live.set(followed.live())
    view.set({ conversation: followed.conversation(), events })
    return followed.isMissing()
  }

  return {
    cursor: followed.cursor,
    receive(frame) {
      if (frame.type === 'event') return show(followed.takeEvents([frame.event]))
      if (frame.type === 'open' || frame.type === 'done') {
        followed.takeSnapshot(frame.conversation)
        return show([]) || (frame.type === 'done' && frame.conversation.lastSeq > followed.cursor())
      }
      const isGap = frame.type === 'delta' && followed.takeDelta(frame)
      if (frame.type === 'dropped') followed.drop(frame.messageId)
      live.set(followed.live())
      return isGap
    },
    receiveResult({ conversation, events: brought }) {
      followed.takeSnapshot(conversation)
      return show(followed.takeEvents(brought))
    },
    receiveReply: (reply, asked) => void show(followed.takePage(reply, asked)),
  }
}
