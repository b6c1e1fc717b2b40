import { batch, signal } from '@preact/signals'
import type { StaffEventsReply } from '../../protocol/api.ts'
import type { StaffConversation } from '../../protocol/conversations.ts'
import type { ConversationEvent } from '../../protocol/events.ts'
import type { DeltaFrame, LiveAnswer } from '../../protocol/frames.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import { applyEvent } from '../../protocol/pure/apply-event.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import { mergeLive, receiveDelta } from './live-text.ts'
import { nextEvents } from './next-events.ts'

/** How long an event that came out of order waits for the one before it. */
const GAP_WAIT_MS = 150

export type EventLog = ReturnType<typeof createEventLog>

/**
 * One conversation's events in the order of `seq`, whichever way and how often they come. Staff see
 * every event, so the next one is always `seq + 1`; anything else is a gap, and is fetched.
 */
export function createEventLog(load: (after: number) => Promise<Outcome<StaffEventsReply>>) {
  const events = signal<readonly ConversationEvent[]>([])
  const conversation = signal<StaffConversation | null>(null)
  const item = signal<Item | null>(null)
  const live = signal<LiveAnswer | null>(null)
  const refusal = signal<Refusal | null>(null)
  /** Where the log ended when it was whole for the first time; 0 until then. */
  const openedAt = signal(0)
  const early = new Map<number, ConversationEvent>()
  const settled = new Set<MessageId>()
  let running: Promise<StaffEventsReply | null> | null = null
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const cursor = () => events.peek().at(-1)?.seq ?? 0

  /** Takes what it does not have yet; false when something before it is missing. */
  function take(came: readonly ConversationEvent[], isWhole: boolean): boolean {
    const fresh = nextEvents(cursor(), early, came, isWhole)
    if (fresh.length > 0) append(fresh)
    return early.size === 0
  }

  function append(fresh: readonly ConversationEvent[]) {
    batch(() => {
      events.value = [...events.peek(), ...fresh]
      for (const event of fresh) {
        const known = conversation.peek()
        if (known && event.seq > known.lastSeq) conversation.value = applyEvent(known, event)
        settle(event)
      }
    })
  }

  /** Streamed text ends with its question's event, and with whatever raised the version. */
  function settle(event: ConversationEvent) {
    const answers =
      event.type === 'answer.failed'
        ? event.answers
        : event.type === 'message.created' && 'answers' in event.message && event.message.answers
    if (answers) settled.add(answers)
    const shown = live.peek()
    if (shown && isOver(shown)) live.value = null
  }

  /** Its question has got its event, or somebody stepped in: what streams now is no longer wanted. */
  function isOver({ answers, version }: { answers: MessageId; version: number }): boolean {
    return settled.has(answers) || version < (conversation.peek()?.version ?? 0)
  }

  function takeReply(reply: StaffEventsReply) {
    batch(() => {
      if (!take(reply.events, true)) fetchSoon()
      const known = conversation.peek()
      if (!known) openedAt.value = cursor()
      if (!known || reply.conversation.lastSeq >= known.lastSeq) {
        conversation.value = reply.conversation
        item.value = reply.item ?? null
      }
      const told = reply.live
      live.value = mergeLive(live.peek(), told && isOver(told) ? null : told)
      refusal.value = null
    })
  }

  /** All pages first, then shown at once. */
  async function loadAll(): Promise<StaffEventsReply | null> {
    const came: ConversationEvent[] = []
    for (;;) {
      const outcome = await load(came.at(-1)?.seq ?? cursor())
      if (!outcome.ok) {
        refusal.value = outcome
        return null
      }
      const { value } = outcome
      came.push(...value.events)
      if (value.more && value.events.length > 0) continue
      takeReply({ ...value, events: came })
      return value
    }
  }

  /** Everything after what is here. One at a time; a call meanwhile leads to one more. */
  function fetch(): Promise<StaffEventsReply | null> {
    if (running) again = true
    running ??= loadAll().finally(() => {
      running = null
      if (again) void fetch()
      again = false
    })
    return running
  }

  function fetchSoon() {
    clearTimeout(timer)
    timer = setTimeout(fetch, GAP_WAIT_MS)
  }

  return {
    events,
    conversation,
    item,
    live,
    refusal,
    openedAt,
    cursor,
    fetch,
    receive(came: readonly ConversationEvent[]) {
      if (!take(came, false)) fetchSoon()
    },
    receiveDelta(frame: DeltaFrame) {
      if (!conversation.peek() || isOver(frame)) return
      const next = receiveDelta(live.peek(), frame)
      if (next === 'gap') fetchSoon()
      else live.value = next
    },
    drop(messageId: MessageId) {
      if (live.peek()?.messageId === messageId) live.value = null
    },
    dispose: () => clearTimeout(timer),
  }
}
