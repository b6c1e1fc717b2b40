import type { Conversation } from '../../../protocol/conversations.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { DeltaFrame, LiveAnswer } from '../../../protocol/frames.ts'
import type { ClientId, MessageId } from '../../../protocol/ids.ts'
import { applyEvent } from '../../../protocol/pure/apply-event.ts'
import { followConversation, type LogPage } from '../../../protocol/pure/follow-conversation.ts'
import type { History, ThreadViewer } from './history.ts'

/** What a client can get wrong: seeded, so that the checks can be seen to notice. */
export type ScreenFlaw = 'shows_again' | 'shows_early' | 'keeps_echo' | 'trusts_old_snapshot'

/** A thread as one page shows it, by the fold that the panel and the inbox use. Notes all of it in the history. */
export type ThreadScreen = {
  viewer: ThreadViewer
  cursor(): number
  conversation(): Conversation | null
  live(): LiveAnswer | null
  /** Each of these is true when something was missed: fetch. */
  receive(event: ConversationEvent): boolean
  type(delta: DeltaFrame): boolean
  drop(messageId: MessageId): void
  /** `asked` is what was live when the page was asked for. */
  receivePage(reply: LogPage<Conversation>, asked: LiveAnswer | null): void
  receiveSnapshot(conversation: Conversation): void
  /** Shows a text that is being sent. */
  echo(clientId: ClientId): void
  /** Notes what stands there now. */
  note(fresh?: boolean): void
}

export function createThreadScreen(
  history: History,
  viewer: ThreadViewer,
  flaw?: ScreenFlaw | undefined,
): ThreadScreen {
  const viewerId = viewer.id
  const unsent = new Set<ClientId>()
  const followed = followConversation<Conversation>((event) => {
    if (flaw === 'shows_early') return 0
    return viewer.role === 'staff' ? event.seq - 1 : event.prev
  })
  let trusted: Conversation | undefined
  history.add({ kind: 'opened', viewer })

  function show(events: ConversationEvent[]): void {
    for (const event of events) {
      history.add({ kind: 'shown', viewerId, event })
      if (event.clientId && flaw !== 'keeps_echo') unsent.delete(event.clientId)
      if (trusted && event.seq > trusted.lastSeq) trusted = applyEvent(trusted, event)
    }
  }

  /** Text that changes on screen is noted. */
  function withText<T>(change: () => T): T {
    const before = followed.live()
    const result = change()
    const live = followed.live()
    if (live && live !== before) history.add({ kind: 'typed', viewerId, live })
    return result
  }

  function receiveSnapshot(conversation: Conversation): void {
    followed.takeSnapshot(conversation)
    if (flaw === 'trusts_old_snapshot') trusted = conversation
  }
  const conversation = () => trusted ?? followed.conversation()

  return {
    viewer,
    cursor: followed.cursor,
    conversation,
    live: followed.live,
    receive(event) {
      history.add({ kind: 'heard', viewerId, event })
      if (flaw === 'shows_again' && event.seq <= followed.cursor()) show([event])
      show(followed.takeEvents([event]))
      return followed.isMissing()
    },
    type: (delta) => withText(() => followed.takeDelta(delta)),
    drop(messageId) {
      history.add({ kind: 'dropped', viewerId, messageId })
      followed.drop(messageId)
    },
    receivePage(page, asked) {
      for (const event of page.events) history.add({ kind: 'heard', viewerId, event })
      receiveSnapshot(page.conversation)
      withText(() => show(followed.takePage(page, asked)))
    },
    receiveSnapshot,
    echo: (clientId) => void unsent.add(clientId),
    note(fresh = false) {
      const now = conversation()
      if (!now) return
      const screen = { conversation: now, unsent: [...unsent], live: followed.live() }
      history.add({ kind: 'screen', viewerId, screen, fresh })
    },
  }
}
