import { batch, signal } from '@preact/signals'
import type { StaffEventsReply } from '../../protocol/api.ts'
import type { StaffConversation } from '../../protocol/conversations.ts'
import type { ConversationEvent } from '../../protocol/events.ts'
import type { DeltaFrame, LiveAnswer } from '../../protocol/frames.ts'
import type { MessageId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import { followConversation } from '../../protocol/pure/follow-conversation.ts'
import type { Outcome, Refusal } from '../wire/request.ts'

/** How long an event that came out of order waits for the one before it. */
const GAP_WAIT_MS = 150

export type EventLog = ReturnType<typeof createEventLog>

/** One conversation as the page shows it. What is missing is fetched with `load`. */
export function createEventLog(load: (after: number) => Promise<Outcome<StaffEventsReply>>) {
  const followed = followConversation<StaffConversation>((event) => event.seq - 1)
  const events = signal<readonly ConversationEvent[]>([])
  const conversation = signal<StaffConversation | null>(null)
  const item = signal<Item | null>(null)
  const live = signal<LiveAnswer | null>(null)
  const refusal = signal<Refusal | null>(null)
  /** Where the log ended when it was whole for the first time; 0 until then. */
  const openedAt = signal(0)
  let running: Promise<StaffEventsReply | null> | null = null
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(next: readonly ConversationEvent[]) {
    batch(() => {
      if (next.length > 0) events.value = [...events.peek(), ...next]
      conversation.value = followed.conversation()
      live.value = followed.live()
    })
    if (followed.isMissing()) fetchSoon()
  }

  function takeReply(reply: StaffEventsReply, asked: LiveAnswer | null) {
    batch(() => {
      if (followed.takeSnapshot(reply.conversation)) item.value = reply.item ?? null
      show(followed.takePage(reply, asked))
      openedAt.value ||= followed.cursor()
      refusal.value = null
    })
  }

  /** All pages first, then shown at once. */
  async function loadAll(): Promise<StaffEventsReply | null> {
    const came: ConversationEvent[] = []
    for (;;) {
      const asked = followed.live()
      const outcome = await load(came.at(-1)?.seq ?? followed.cursor())
      if (!outcome.ok) {
        refusal.value = outcome
        return null
      }
      const { value } = outcome
      came.push(...value.events)
      if (value.more && value.events.length > 0) continue
      takeReply({ ...value, events: came }, asked)
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

  /** However many ask for it meanwhile: pieces of a text may come quicker than this. */
  function fetchSoon() {
    timer ??= setTimeout(() => {
      timer = undefined
      void fetch()
    }, GAP_WAIT_MS)
  }

  return {
    events,
    conversation,
    item,
    live,
    refusal,
    openedAt,
    cursor: followed.cursor,
    fetch,
    receive: (came: readonly ConversationEvent[]) => show(followed.takeEvents(came)),
    receiveDelta(frame: DeltaFrame) {
      if (followed.takeDelta(frame)) fetchSoon()
      live.value = followed.live()
    },
    drop(messageId: MessageId) {
      followed.drop(messageId)
      live.value = followed.live()
    },
    dispose: () => clearTimeout(timer),
  }
}
