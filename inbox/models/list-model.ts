import { batch, computed, signal } from '@preact/signals'
import type { InboxReply } from '../../protocol/api.ts'
import type { InboxRoomFrame, Room } from '../../protocol/frames.ts'
import type { ConversationId, TeammateId } from '../../protocol/ids.ts'
import type { ConversationSummary, InboxRow, InboxView } from '../../protocol/inbox.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import type { StaffApi } from '../wire/staff-api.ts'
import { groupRows, isShownIn } from './list-groups.ts'
import { type Counts, countChange, mergeRow, type Rows, replaceRows } from './list-rows.ts'

/** A burst of news about conversations that are not in the list asks for it once. */
const REFRESH_AFTER_MS = 400

export type ListModel = ReturnType<typeof createListModel>
export type ListHooks = {
  me: TeammateId
  hearServerTime(serverNow: number): void
  /** Somebody began to wait for a person while this page was open. */
  rang(id: ConversationId, summary: ConversationSummary): void
}

/** The conversations as rows: fetched by view and page, moved by the inbox room's frames. */
export function createListModel(api: Pick<StaffApi, 'list'>, hooks: ListHooks) {
  const rows = signal<Rows>(new Map())
  const counts = signal<Counts | null>(null)
  const view = signal<InboxView>('needs_person')
  const cursors = signal<Partial<Record<InboxView, string | null>>>({})
  const refusal = signal<Refusal | null>(null)
  const loading = signal(true)
  const held = signal<readonly ConversationId[] | null>(null)
  const pages = new Map<InboxView, number>()
  /** Rows that a frame moved while a fetch was under way: the fetch does not know better. */
  let touched = new Set<ConversationId>()
  let room: Room | null = null
  let running: Promise<void> | null = null
  let again = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let refreshedAt = 0
  let toldAt = Number.POSITIVE_INFINITY

  const groups = computed(() => groupRows(rows.value, view.value, hooks.me, held.value))
  const hasMore = computed(() => queriesOf(view.value).some((query) => cursors.value[query]))

  function refresh(): Promise<void> {
    if (running) again = true
    running ??= fetchList().finally(() => {
      running = null
      if (again) scheduleRefresh()
      again = false
    })
    return running
  }

  function scheduleRefresh() {
    clearTimeout(timer)
    timer = setTimeout(refresh, REFRESH_AFTER_MS)
  }

  async function fetchList() {
    touched = new Set()
    const asked = view.peek()
    const fetched: InboxRow[] = []
    const found: Partial<Record<InboxView, string | null>> = {}
    let last: InboxReply | null = null
    for (const query of queriesOf(asked)) {
      const outcome = await fetchPages(query, pages.get(query) ?? 1)
      refreshedAt = Date.now()
      if (!outcome.ok) {
        refusal.value = outcome
        loading.value = false
        return
      }
      fetched.push(...outcome.value.conversations)
      found[query] = outcome.value.cursor
      last = outcome.value
    }
    if (last) take(asked, fetched, found, last)
  }

  async function fetchPages(query: InboxView, count: number): Promise<Outcome<InboxReply>> {
    const conversations: InboxRow[] = []
    let cursor: string | null = null
    for (let page = 1; ; page++) {
      const outcome: Outcome<InboxReply> = await api.list(query, cursor)
      if (!outcome.ok) return outcome
      conversations.push(...outcome.value.conversations)
      cursor = outcome.value.cursor
      if (page >= count || !cursor) return { ok: true, value: { ...outcome.value, conversations } }
    }
  }

  function take(
    asked: InboxView,
    fetched: InboxRow[],
    found: Partial<Record<InboxView, string | null>>,
    last: InboxReply,
  ) {
    const known = rows.peek()
    batch(() => {
      rows.value = replaceRows(
        known,
        fetched,
        (row) => touched.has(row.conversationId) || !isShownIn(asked, row, hooks.me),
      )
      counts.value = last.counts
      cursors.value = { ...cursors.peek(), ...found }
      refusal.value = null
      loading.value = view.peek() !== asked
    })
    for (const { conversationId, summary } of fetched) {
      const isNew = summary.phase.name === 'waiting' && summary.phase.requestedAt > toldAt
      if (isNew && known.get(conversationId)?.summary.phase.name !== 'waiting')
        hooks.rang(conversationId, summary)
    }
    room = last.room
    toldAt = last.serverNow
    hooks.hearServerTime(last.serverNow)
    // The counts were taken before those frames.
    if (touched.size > 0) scheduleRefresh()
  }

  function receive(frame: InboxRoomFrame) {
    if (frame.type === 'summary') receiveSummary(frame)
    if (frame.type === 'writing') {
      const row = rows.peek().get(frame.conversationId)
      touched.add(frame.conversationId)
      if (row) put({ ...row, writing: frame.on })
    }
  }

  function receiveSummary(frame: Extract<InboxRoomFrame, { type: 'summary' }>) {
    const { conversationId, lastSeq, summary } = frame
    const known = rows.peek().get(conversationId)
    touched.add(conversationId)
    if (known && known.lastSeq >= lastSeq) return
    const before = known?.summary
    batch(() => {
      const writing = (known?.writing ?? false) && summary.phase.name === 'assistant'
      put({ conversationId, lastSeq, summary, writing, readVisitorMessages: 0 })
      if (counts.value) counts.value = countChange(counts.value, before, summary, hooks.me)
    })
    if (summary.phase.name === 'waiting' && before?.phase.name !== 'waiting')
      hooks.rang(conversationId, summary)
    // What this teammate has read of it only the server knows.
    if (!known) scheduleRefresh()
  }

  function put(row: InboxRow) {
    const next = new Map(rows.peek())
    next.set(row.conversationId, mergeRow(next.get(row.conversationId), row))
    rows.value = next
  }

  return {
    rows,
    counts,
    view,
    groups,
    hasMore,
    loading,
    refusal,
    refresh,
    receive,
    /** The token that the last fetch brought. */
    room: () => room,
    msSinceRefresh: () => Date.now() - refreshedAt,
    show(next: InboxView) {
      if (view.peek() === next) return
      batch(() => {
        view.value = next
        held.value = null
        loading.value = cursors.peek()[next] === undefined
      })
      void refresh()
    },
    async showMore() {
      const query = queriesOf(view.peek()).find((one) => cursors.peek()[one])
      if (query) pages.set(query, (pages.get(query) ?? 1) + 1)
      await refresh()
    },
    /** While a pointer or the focus is in the list, rows keep the order that they are shown in. */
    hold(on: boolean) {
      if (on === (held.peek() !== null)) return
      held.value = on ? groups.peek().flatMap((group) => group.rows.map(idOf)) : null
    },
    markRead(id: ConversationId, readVisitorMessages: number) {
      const row = rows.peek().get(id)
      if (row) put({ ...row, readVisitorMessages })
    },
    dispose: () => clearTimeout(timer),
  }
}

function idOf(row: InboxRow): ConversationId {
  return row.conversationId
}

/** Needs a person shows, below who waits, what else goes on. */
function queriesOf(view: InboxView): InboxView[] {
  return view === 'needs_person' ? ['needs_person', 'all'] : [view]
}
