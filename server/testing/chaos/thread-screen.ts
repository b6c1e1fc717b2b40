import type { Conversation } from '../../../protocol/conversations.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { DeltaFrame, LiveAnswer } from '../../../protocol/frames.ts'
import type { ClientId, MessageId } from '../../../protocol/ids.ts'
import { applyEvent } from '../../../protocol/pure/apply-event.ts'
import { type CursorFlaw, createEventCursor } from './event-cursor.ts'
import type { History, ThreadViewer } from './history.ts'

export type ScreenFlaw = CursorFlaw | 'keeps_echo' | 'trusts_old_snapshot'

/** A thread as one page shows it, by the rules that the panel and the inbox obey. Notes all of it in the history. */
export type ThreadScreen = {
  viewer: ThreadViewer
  cursor(): number
  conversation(): Conversation | undefined
  live(): LiveAnswer | null
  /** Each of these is true when something was missed: fetch. */
  receive(event: ConversationEvent): boolean
  type(delta: DeltaFrame): boolean
  drop(messageId: MessageId): void
  /** `asked` is what was live when the page was asked for. */
  receivePage(
    reply: { events: ConversationEvent[]; conversation: Conversation; live: LiveAnswer | null },
    asked: LiveAnswer | null,
  ): void
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
  const settled = new Set<MessageId>()
  const gone = new Set<MessageId>()
  let conversation: Conversation | undefined
  let live: LiveAnswer | null = null
  const cursorFlaw = flaw === 'shows_again' || flaw === 'shows_early' ? flaw : undefined
  const cursor = createEventCursor(viewer.role, show, cursorFlaw)
  history.add({ kind: 'opened', viewer })

  function show(event: ConversationEvent): void {
    history.add({ kind: 'shown', viewerId, event })
    if (event.clientId && flaw !== 'keeps_echo') unsent.delete(event.clientId)
    const answers = questionSettledBy(event)
    if (answers) settled.add(answers)
    if (conversation && event.seq > conversation.lastSeq) {
      conversation = applyEvent(conversation, event)
    }
    setLive(live)
  }

  /** Text of an older version, or whose question has its event, is no longer being written. */
  function setLive(next: LiveAnswer | null): void {
    const isOver =
      next && (settled.has(next.answers) || next.version < (conversation?.version ?? 0))
    live = isOver ? null : next
  }

  function showText(next: LiveAnswer): void {
    setLive(next)
    if (live) history.add({ kind: 'typed', viewerId, live })
  }

  function receiveSnapshot(next: Conversation): void {
    const isBehind = next.lastSeq < Math.max(conversation?.lastSeq ?? 0, cursor.seq())
    if (!isBehind || flaw === 'trusts_old_snapshot') conversation = next
  }

  return {
    viewer,
    cursor: cursor.seq,
    conversation: () => conversation,
    live: () => live,
    receive(event) {
      history.add({ kind: 'heard', viewerId, event })
      return cursor.receive(event)
    },
    type({ messageId, answers, version, offset, text }) {
      if (gone.has(messageId) || settled.has(answers)) return false
      if (version < (conversation?.version ?? 0)) return false
      const known = live?.messageId === messageId ? live.text : ''
      if (offset > known.length) return true
      const rest = text.slice(known.length - offset)
      if (rest !== '') showText({ messageId, answers, version, text: known + rest })
      return false
    },
    drop(messageId) {
      history.add({ kind: 'dropped', viewerId, messageId })
      gone.add(messageId)
      if (live?.messageId === messageId) live = null
    },
    receivePage(reply, asked) {
      for (const event of reply.events) history.add({ kind: 'heard', viewerId, event })
      receiveSnapshot(reply.conversation)
      cursor.receivePage(reply.events)
      const known = live?.messageId === reply.live?.messageId ? (live?.text.length ?? 0) : 0
      if (reply.live && !gone.has(reply.live.messageId)) {
        if (reply.live.text.length > known) showText(reply.live)
      } else if (live?.messageId === asked?.messageId) live = null
    },
    receiveSnapshot,
    echo: (clientId) => void unsent.add(clientId),
    note(fresh = false) {
      if (!conversation) return
      const screen = { conversation, unsent: [...unsent], live }
      history.add({ kind: 'screen', viewerId, screen, fresh })
    },
  }
}

function questionSettledBy(event: ConversationEvent): MessageId | undefined {
  if (event.type === 'answer.failed') return event.answers
  if (event.type !== 'message.created' || !('answers' in event.message)) return undefined
  return event.message.answers
}
