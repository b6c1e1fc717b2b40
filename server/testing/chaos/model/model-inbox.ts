import type { ConversationId, ShopId } from '../../../../protocol/ids.ts'
import type { ConversationSummary } from '../../../../protocol/inbox.ts'
import type { StoredConversation } from '../../../conversations/log/stored-conversation.ts'
import type { History, ListedRow } from '../history.ts'
import type { Random } from '../random.ts'
import type { Fault } from './faults.ts'
import type { ModelServer } from './model-server.ts'

/** A teammate's list: newest wins, fetched anew at each connect. */
export type ModelInbox = {
  by: string
  shop: ShopId
  isConnected(): boolean
  connect(): void
  cut(): void
  push(row: StoredConversation): void
  step(): boolean
  note(): void
}

export function createModelInbox(options: {
  history: History
  shop: ShopId
  by: string
  random: Random
  server: ModelServer
  fault: Fault | undefined
}): ModelInbox {
  const { history, shop, by, random, server, fault } = options
  const inboxId = `inbox of ${by}`
  const rows = new Map<ConversationId, ListedRow>()
  const arrivals: ListedRow[] = []
  let isConnected = false
  history.add({ kind: 'inbox_opened', inboxId, by, shop })

  function push(row: StoredConversation): void {
    if (fault === 'handoff_tells_nobody' && row.phaseName === 'waiting') return
    if (isConnected) arrivals.push(listed(row))
  }

  return {
    by,
    shop,
    push,
    isConnected: () => isConnected,
    connect() {
      isConnected = true
      for (const thread of server.state().threads.values()) {
        if (thread.shop === shop) push(thread.row)
      }
    },
    cut() {
      isConnected = false
      arrivals.length = 0
    },
    step() {
      const [row] = arrivals.splice(random.below(arrivals.length), 1)
      if (row && row.lastSeq >= (rows.get(row.conversationId)?.lastSeq ?? 0)) {
        const { conversationId, lastSeq } = row
        rows.set(conversationId, row)
        history.add({ kind: 'listed', inboxId, conversationId, lastSeq })
      }
      return row !== undefined
    },
    note: () => history.add({ kind: 'inbox_screen', inboxId, rows: [...rows.values()] }),
  }
}

function listed(row: StoredConversation): ListedRow {
  const { phase, version, language, startedAt, updatedAt, visitorMessages } = row
  const summary: ConversationSummary = {
    phase: structuredClone(phase),
    version,
    language,
    startedAt,
    updatedAt,
    visitorLabel: row.visitorId.slice(-4),
    visitorMessages,
  }
  return { conversationId: row.id, lastSeq: row.lastSeq, summary }
}
