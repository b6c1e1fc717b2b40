import type { StaffConversation } from '../../../protocol/conversations.ts'
import type { ErrorCode } from '../../../protocol/errors.ts'
import type { ConversationEvent } from '../../../protocol/events.ts'
import type { LiveAnswer } from '../../../protocol/frames.ts'
import type { ClientId, ConversationId, MessageId, ShopId } from '../../../protocol/ids.ts'
import { applyEvent } from '../../../protocol/pure/apply-event.ts'
import type { StoredConversation } from '../../conversations/log/stored-conversation.ts'
import type { Command, HistoryEntry, ListedRow, Screen, ThreadViewer } from './history.ts'
import type { StoredShop } from './stored-shop.ts'

/** What a run leaves behind: what its clients noted, and what the files hold. */
export type Run = { history: readonly HistoryEntry[]; shops: StoredShop[] }

export type Outcome =
  | { kind: 'ok'; events: ConversationEvent[] }
  | { kind: 'refused'; code: ErrorCode }
  | { kind: 'unknown' }

/** `invokedAt` and `settledAt` are places in the history. */
export type CommandRecord = {
  command: Command
  invokedAt: number
  outcome: Outcome
  settledAt: number
}

/** An event of the log with the conversation as it stood before and after it. */
export type LogStep = {
  event: ConversationEvent
  before: StaffConversation
  after: StaffConversation
}

export type Thread = { shop: ShopId; row: StoredConversation; steps: LogStep[] }

export type ViewerRecord = {
  viewer: ThreadViewer
  heard: ConversationEvent[]
  shown: ConversationEvent[]
  /** The longest text that stood there of each running answer. */
  typed: Map<MessageId, LiveAnswer>
  dropped: Set<MessageId>
  last: { screen: Screen; fresh: boolean } | undefined
}

export type InboxRecord = {
  by: string
  shop: ShopId
  /** The highest seq that the list showed, by conversation. */
  listed: Map<ConversationId, number>
  rows: ListedRow[] | undefined
}

export type RunIndex = Run & {
  commands: Map<ClientId, CommandRecord>
  threads: Map<ConversationId, Thread>
  viewers: Map<string, ViewerRecord>
  inboxes: Map<string, InboxRecord>
}

export function indexRun(run: Run): RunIndex {
  const index: RunIndex = {
    ...run,
    commands: new Map(),
    threads: new Map(run.shops.flatMap(threadsOf)),
    viewers: new Map(),
    inboxes: new Map(),
  }
  for (const [at, entry] of run.history.entries()) note(index, entry, at)
  return index
}

function threadsOf({ shop, conversations, events }: StoredShop): [ConversationId, Thread][] {
  const logs = new Map<ConversationId, ConversationEvent[]>()
  for (const event of events) {
    const log = logs.get(event.conversationId) ?? []
    log.push(event)
    logs.set(event.conversationId, log)
  }
  return conversations.map((row) => [
    row.id,
    { shop, row, steps: stepsOf(row, logs.get(row.id) ?? []) },
  ])
}

function stepsOf(row: StoredConversation, log: ConversationEvent[]): LogStep[] {
  let before: StaffConversation = {
    id: row.id,
    visitorId: row.visitorId,
    phase: { name: 'assistant' },
    version: 0,
    lastSeq: 0,
    language: row.language,
    startedAt: log[0]?.createdAt ?? row.startedAt,
    offerDeclined: false,
    emailGiven: false,
  }
  return log.map((event) => {
    const step = { event, before, after: applyEvent(before, event) }
    before = step.after
    return step
  })
}

function note(index: RunIndex, entry: HistoryEntry, at: number): void {
  switch (entry.kind) {
    case 'invoke': {
      const { command } = entry
      const outcome = { kind: 'unknown' } as const
      const settledAt = Number.POSITIVE_INFINITY
      index.commands.set(command.clientId, { command, invokedAt: at, outcome, settledAt })
      return
    }
    case 'ok':
    case 'refused':
    case 'unknown': {
      const record = index.commands.get(entry.clientId)
      if (record) Object.assign(record, { outcome: entry, settledAt: at })
      return
    }
    case 'inbox_opened': {
      const { inboxId, by, shop } = entry
      index.inboxes.set(inboxId, { by, shop, listed: new Map(), rows: undefined })
      return
    }
    case 'listed': {
      const listed = index.inboxes.get(entry.inboxId)?.listed
      const known = listed?.get(entry.conversationId) ?? 0
      listed?.set(entry.conversationId, Math.max(known, entry.lastSeq))
      return
    }
    case 'inbox_screen': {
      const inbox = index.inboxes.get(entry.inboxId)
      if (inbox) inbox.rows = entry.rows
      return
    }
    case 'opened':
      index.viewers.set(entry.viewer.id, {
        viewer: entry.viewer,
        heard: [],
        shown: [],
        typed: new Map(),
        dropped: new Set(),
        last: undefined,
      })
      return
    case 'server':
      return
    default: {
      const record = index.viewers.get(entry.viewerId)
      if (record) noteAtViewer(record, entry)
    }
  }
}

type ViewerEntry = Extract<HistoryEntry, { viewerId: string }>

function noteAtViewer(record: ViewerRecord, entry: ViewerEntry): void {
  switch (entry.kind) {
    case 'heard':
      record.heard.push(entry.event)
      return
    case 'shown':
      record.shown.push(entry.event)
      return
    case 'typed':
      record.typed.set(entry.live.messageId, entry.live)
      return
    case 'dropped':
      record.dropped.add(entry.messageId)
      return
    case 'screen':
      record.last = { screen: entry.screen, fresh: entry.fresh }
      return
    default:
      entry satisfies never
  }
}
