import type { CommandReply, EventsReply } from '../../../protocol/api.ts'
import type { Conversation } from '../../../protocol/conversations.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type {
  ConversationRoomFrame,
  DeltaFrame,
  LiveAnswer,
  StreamFrame,
} from '../../../protocol/frames.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import { applyEvent } from '../../../protocol/pure/apply-event.ts'
import type { ConversationState } from '../model/conversation-model.ts'
import { createEventLog } from './event-log.ts'
import { applyDelta, newestLive } from './live-text.ts'

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

/** Folds what the wires bring, in order and once, into what the shopper sees. */
export function createThread(
  { thread: view, live }: Pick<ConversationState, 'thread' | 'live'>,
  onEvent: (event: ConversationEvent) => void,
): Thread {
  const events: ConversationEvent[] = []
  const answered = new Set<MessageId>()
  const dropped = new Set<MessageId>()
  let conversation: Conversation | null = null
  const log = createEventLog((event) => {
    events.push(event)
    // A snapshot may have told of this event before the event itself came.
    if (conversation && event.seq > conversation.lastSeq)
      conversation = applyEvent(conversation, event)
    const question = answeredBy(event)
    if (question) answered.add(question)
    onEvent(event)
  })

  /** A snapshot is taken only if it is not behind what was seen already. It moves no cursor. */
  function adopt(snapshot: Conversation): void {
    if (snapshot.lastSeq >= Math.max(log.cursor(), conversation?.lastSeq ?? 0))
      conversation = snapshot
  }

  function isStale(text: { answers: MessageId; messageId: MessageId; version: number }): boolean {
    return (
      answered.has(text.answers) ||
      dropped.has(text.messageId) ||
      text.version < (conversation?.version ?? 0)
    )
  }

  function receiveDelta(delta: DeltaFrame): boolean {
    if (isStale(delta)) return false
    const next = applyDelta(live.get(), delta)
    if (next === 'gap') return true
    live.set(next)
    return false
  }

  function publish(): void {
    const text = live.get()
    if (text && isStale(text)) live.set(null)
    view.set({ conversation, events: [...events] })
  }

  return {
    cursor: log.cursor,
    receive(frame) {
      if (frame.type === 'delta') return receiveDelta(frame)
      let missing = false
      if (frame.type === 'open' || frame.type === 'done') adopt(frame.conversation)
      if (frame.type === 'event') missing = log.receive(frame.event)
      if (frame.type === 'dropped') dropped.add(frame.messageId)
      publish()
      return missing
    },
    receiveResult({ conversation: snapshot, events: brought }) {
      adopt(snapshot)
      const missing = brought.map(log.receive).includes(true)
      publish()
      return missing
    },
    receiveReply(reply, asked) {
      adopt(reply.conversation)
      log.receivePage(reply.events, reply.more ? 0 : reply.conversation.lastSeq)
      const mine = live.get()
      if (reply.live && !isStale(reply.live)) live.set(newestLive(mine, reply.live))
      else if (mine?.messageId === asked?.messageId) live.set(null)
      publish()
    },
  }
}

/** The question that an event settles: with an answer, a cut one or a failure. */
function answeredBy(event: ConversationEvent): MessageId | undefined {
  if (event.type === 'answer.failed') return event.answers
  if (event.type === 'message.created' && 'answers' in event.message) return event.message.answers
}
