import type { Conversation } from '../conversations.ts'
import type { ConversationEvent } from '../events.ts'
import type { DeltaFrame, LiveAnswer } from '../frames.ts'
import type { MessageId } from '../ids.ts'
import { applyEvent } from './apply-event.ts'
import { applyDelta, applyLive, endLiveText, NO_LIVE_TEXT } from './live-text.ts'
import { orderEvents } from './order-events.ts'
import { settledQuestion } from './settled-question.ts'

/** What a viewer makes of one conversation, whichever way and how often its events and texts come. */
export type FollowedConversation<C extends Conversation> = {
  /** The seq that the next page is asked after. */
  cursor(): number
  conversation(): C | null
  live(): LiveAnswer | null
  /** An event before one that is held is missing: ask for a page. */
  isMissing(): boolean
  /** What these let be shown, in order, each event once. */
  takeEvents(came: readonly ConversationEvent[]): ConversationEvent[]
  /** The same of a page of the log. `asked` is the live text at the time of asking. */
  takePage(page: LogPage<C>, asked: LiveAnswer | null): ConversationEvent[]
  /** R6. Moves no cursor. False when it is behind what was seen already. */
  takeSnapshot(snapshot: C): boolean
  /** True when a piece before it is missing: ask for a page. */
  takeDelta(delta: DeltaFrame): boolean
  drop(messageId: MessageId): void
}

/** What the log holds after the cursor; when there is no `more`, all of it. */
export type LogPage<C extends Conversation> = {
  events: readonly ConversationEvent[]
  more: boolean
  conversation: C
  live: LiveAnswer | null
}

/** `seqBefore` is the seq that must have come before an event: a visitor is told it, staff see every seq. */
export function followConversation<C extends Conversation>(
  seqBefore: (event: ConversationEvent) => number,
): FollowedConversation<C> {
  const order = orderEvents(seqBefore)
  let conversation: C | null = null
  let text = NO_LIVE_TEXT

  function fold(next: ConversationEvent[]): ConversationEvent[] {
    // A snapshot may have told of this event before the event itself came.
    for (const event of next)
      if (conversation && event.seq > conversation.lastSeq)
        conversation = applyEvent(conversation, event)
    const settled = next.flatMap((event) => settledQuestion(event) ?? [])
    text = endLiveText(text, settled, conversation?.version)
    return next
  }

  function takeSnapshot(snapshot: C): boolean {
    const isBehind = snapshot.lastSeq < Math.max(order.cursor(), conversation?.lastSeq ?? 0)
    if (!isBehind) conversation = snapshot
    fold([])
    return !isBehind
  }

  return {
    cursor: order.cursor,
    conversation: () => conversation,
    live: () => text.shown,
    isMissing: order.isMissing,
    takeEvents: (came) => fold(order.take(came)),
    takePage({ events, more, conversation: snapshot, live }, asked) {
      takeSnapshot(snapshot)
      const next = fold(order.take(events, more ? events.at(-1)?.seq : snapshot.lastSeq))
      text = applyLive(text, live, asked)
      return next
    },
    takeSnapshot,
    takeDelta(delta) {
      const next = applyDelta(text, delta)
      if (next === 'gap') return true
      text = next
      return false
    },
    drop(messageId) {
      text = endLiveText(text, [messageId])
    },
  }
}
