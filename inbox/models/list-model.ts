import { batch, computed, signal } from '@preact/signals'
import type { InboxRoomFrame, Room } from '../../protocol/frames.ts'
import type { ConversationId, TeammateId } from '../../protocol/ids.ts'
import type { ConversationSummary, InboxRow, InboxView } from '../../protocol/inbox.ts'
import type { Refusal } from '../wire/request.ts'
import type { StaffApi } from '../wire/staff-api.ts'
import { type Cursors, type FetchedView, fetchView, queriesOf } from './fetch-view.ts'
import { groupRows, isShownIn } from './list-groups.ts'
import { type Counts, countChange, mergeRow, type Rows, replaceRows } from './list-rows.ts'

/** A burst of news about conversations that are not in the list asks for it once. */
const REFRESH_AFTER_MS = 400

export type ListHooks = {
  me: TeammateId
  hearServerTime(serverNow: number): void
  /** Somebody began to wait for a person while this page was open. */
  rang(summary: ConversationSummary): void
}

/** The conversations as rows: fetched by view and page, moved by the inbox room's frames. */
export function createListModel(api: Pick<StaffApi, 'list'>, hooks: ListHooks) {
  const rows = signal<Rows>(new Map())
  const counts = signal<Counts | null>(null)
  const view = signal<InboxView>('needs_person')
  const cursors = signal<Cursors>({})
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
    running ??= fetchRows().finally(() => {
      running = null
      if (again) refreshSoon()
      again = false
    })
    return running
  }

  function refreshSoon() {
    clearTimeout(timer)
    timer = setTimeout(refresh, REFRESH_AFTER_MS)
  }

  async function fetchRows() {
    touched = new Set()
    const asked = view.peek()
    const outcome = await fetchView(api.list, asked, (query) => pages.get(query) ?? 1)
    refreshedAt = Date.now()
    if (outcome.ok) return take(asked, outcome.value)
    refusal.value = outcome
    loading.value = false
  }

  function take(asked: InboxView, fetched: FetchedView) {
    const { last } = fetched
    const known = rows.peek()
    const stays = (row: InboxRow) =>
      touched.has(row.conversationId) || !isShownIn(asked, row, hooks.me)
    batch(() => {
      rows.value = replaceRows(known, fetched.rows, stays)
      counts.value = last.counts
      cursors.value = { ...cursors.peek(), ...fetched.cursors }
      refusal.value = null
      loading.value = view.peek() !== asked
    })
    for (const { conversationId, summary } of rows.peek().values()) {
      const { phase } = summary
      const isNew = phase.name === 'waiting' && phase.requestedAt > toldAt
      if (isNew) noticeRing(known.get(conversationId)?.summary, summary)
    }
    room = last.room
    toldAt = last.serverNow
    hooks.hearServerTime(last.serverNow)
    // The counts were taken before those frames.
    if (touched.size > 0) refreshSoon()
  }

  function noticeRing(before: ConversationSummary | undefined, after: ConversationSummary) {
    if (after.phase.name === 'waiting' && before?.phase.name !== 'waiting') hooks.rang(after)
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
    batch(() => {
      const writing = (known?.writing ?? false) && summary.phase.name === 'assistant'
      put({ conversationId, lastSeq, summary, writing, readVisitorMessages: 0 })
      if (counts.value) counts.value = countChange(counts.value, known?.summary, summary, hooks.me)
    })
    noticeRing(known?.summary, summary)
    // What this teammate has read of it only the server knows.
    if (!known) refreshSoon()
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
      held.value = on
        ? groups.peek().flatMap((group) => group.rows.map((row) => row.conversationId))
        : null
    },
    markRead(id: ConversationId, readVisitorMessages: number) {
      const row = rows.peek().get(id)
      if (row) put({ ...row, readVisitorMessages })
    },
    dispose: () => clearTimeout(timer),
  }
}
