import * as v from 'valibot'
import { InboxReply } from '../../../../protocol/api.ts'
import { InboxRoomFrame } from '../../../../protocol/frames.ts'
import type { ConversationId, ShopId } from '../../../../protocol/ids.ts'
import type { InboxView } from '../../../../protocol/inbox.ts'
import type { History, ListedRow } from '../history.ts'
import type { Random } from '../random.ts'
import { openLivePage } from './live-page.ts'

const POLL_EVERY_MS = 15_000
/** Together they list every conversation. */
const VIEWS: InboxView[] = ['all', 'resolved']

/** The list of a teammate's inbox: state, not a log. The newest summary wins; fetched anew on connect. */
export type InboxPage = {
  rows(): ReadonlyMap<ConversationId, ListedRow>
  note(): void
  close(): void
}

export function openInboxPage(options: {
  history: History
  random: Random
  inboxId: string
  by: string
  shop: ShopId
  url: string
  headers: Record<string, string>
  shuffles: boolean
  broken(error: unknown): void
}): InboxPage {
  const { history, inboxId } = options
  const rows = new Map<ConversationId, ListedRow>()
  history.add({ kind: 'inbox_opened', inboxId, by: options.by, shop: options.shop })

  function list({ conversationId, lastSeq, summary }: ListedRow): void {
    if (lastSeq < (rows.get(conversationId)?.lastSeq ?? 0)) return
    rows.set(conversationId, { conversationId, lastSeq, summary })
    history.add({ kind: 'listed', inboxId, conversationId, lastSeq })
  }

  async function fetchView(view: InboxView, signal: AbortSignal) {
    for (let cursor = ''; ; ) {
      const path = `${options.url}/inbox/conversations?view=${view}${cursor}`
      const response = await fetch(path, { headers: options.headers, signal })
      if (!response.ok) throw new Error(`inbox: ${response.status}`)
      const reply = v.parse(InboxReply, await response.json())
      for (const row of reply.conversations) list(row)
      if (reply.cursor === null) return reply.room
      cursor = `&cursor=${encodeURIComponent(reply.cursor)}`
    }
  }

  const live = openLivePage({
    random: options.random,
    frames: InboxRoomFrame,
    async fetchPage(signal) {
      const [room] = await Promise.all(VIEWS.map((view) => fetchView(view, signal)))
      if (!room) throw new Error('no view was fetched')
      return room
    },
    receive(frame) {
      if (frame.type === 'summary') list(frame)
    },
    broken: options.broken,
    shuffles: options.shuffles,
  })
  // Whoever looks at the list asks now and then: that is what "around" means.
  const poll = setInterval(live.refresh, POLL_EVERY_MS)
  return {
    rows: () => rows,
    note: () => history.add({ kind: 'inbox_screen', inboxId, rows: [...rows.values()] }),
    close() {
      clearInterval(poll)
      live.close()
    },
  }
}
