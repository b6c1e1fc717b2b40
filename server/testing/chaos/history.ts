import type { Conversation } from '../../../protocol/conversations.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { LiveAnswer } from '../../../protocol/frames.ts'
import type { ClientId, ConversationId, MessageId, ShopId } from '../../../protocol/ids.ts'
import type { ConversationSummary, InboxRow } from '../../../protocol/inbox.ts'
import type { Viewer as Role } from '../../../protocol/pure/audience.ts'

export type CommandName =
  | 'start'
  | 'start_handoff'
  | 'message'
  | 'handoff'
  | 'cancel'
  | 'decline'
  | 'rate'
  | 'email'
  | 'takeover'
  | 'reply'
  | 'note'
  | 'hand_back'
  | 'resolve'

/** What a client meant to do, before anything was sent. `clientId` is of this command alone in the whole run. */
export type Command = {
  clientId: ClientId
  name: CommandName
  shop: ShopId
  /** Whose client it is, such as `visitor 3`. */
  by: string
  /** Absent for a first act. */
  conversationId?: ConversationId
  text?: string
  /** What a teammate's command was decided on. */
  version?: number
}

/** One page load that shows a thread: a reload is another one. */
export type ThreadViewer = {
  id: string
  role: Role
  by: string
  shop: ShopId
  conversationId: ConversationId
}

/** What stands on a screen when everything has settled. */
export type Screen = {
  conversation: Conversation
  /** Texts that still show as being sent. */
  unsent: ClientId[]
  live: LiveAnswer | null
}

export type HistoryEntry =
  | { kind: 'invoke'; command: Command }
  | { kind: 'ok'; clientId: ClientId; conversation: Conversation; events: ConversationEvent[] }
  | { kind: 'refused'; clientId: ClientId; code: ErrorCode }
  /** Given up without an answer: it may have happened or not. */
  | { kind: 'unknown'; clientId: ClientId }
  | { kind: 'opened'; viewer: ThreadViewer }
  /** Came over any wire, whatever the viewer makes of it. */
  | { kind: 'heard'; viewerId: string; event: ConversationEvent }
  | { kind: 'shown'; viewerId: string; event: ConversationEvent }
  /** The text of a running answer as it now stands on screen. */
  | { kind: 'typed'; viewerId: string; live: LiveAnswer }
  | { kind: 'dropped'; viewerId: string; messageId: MessageId }
  | { kind: 'screen'; viewerId: string; screen: Screen; fresh: boolean }
  | { kind: 'inbox_opened'; inboxId: string; by: string; shop: ShopId }
  | { kind: 'listed'; inboxId: string; conversationId: ConversationId; lastSeq: number }
  | { kind: 'inbox_screen'; inboxId: string; rows: ListedRow[] }
  /** Every change of the server's process: who ended it tells a kill from a crash. */
  | { kind: 'server'; change: 'started' | 'killed' | 'ended'; pid: number }

export type ListedRow = Pick<InboxRow, 'conversationId' | 'lastSeq'> & {
  summary: ConversationSummary
}

/** The record of a run, in the order in which things happened to the clients. */
export type History = {
  entries: readonly HistoryEntry[]
  /** When each entry was noted, in ms of a clock that never jumps. */
  times: readonly number[]
  add(entry: HistoryEntry): void
}

export function createHistory(): History {
  const entries: HistoryEntry[] = []
  const times: number[] = []
  return {
    entries,
    times,
    add(entry) {
      entries.push(entry)
      times.push(performance.now())
    },
  }
}
