import { computed, effect, signal } from '@preact/signals'
import type { SessionReply } from '../../protocol/api.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { InboxView } from '../../protocol/inbox.ts'
import { visitorName } from '../text/words.ts'
import { type OpenRoom, openRoom } from '../wire/open-room.ts'
import type { StaffApi } from '../wire/staff-api.ts'
import { browserStorage } from './browser-storage.ts'
import type { ConnectionModel } from './connection-model.ts'
import { createDraftStore } from './drafts.ts'
import { nextWait as nextWaitOf, waitingSince } from './list-groups.ts'
import { createListModel } from './list-model.ts'
import { unreadOf, viewsOf } from './list-rows.ts'
import { type Route, readRoute, writeRoute } from './route.ts'
import { createThreadModel, type ThreadModel } from './thread-model.ts'
import { PROMISE_MINUTES, waitedMinutes } from './wait-weight.ts'

const LIST_EVERY_MS = { withSocket: 30_000, without: 5000 }

export type InboxModel = ReturnType<typeof createInboxModel>

/** Everything behind the sign-in: the list, the opened conversation, and what is said aloud. */
export function createInboxModel(
  api: StaffApi,
  session: SessionReply,
  connection: ConnectionModel,
  location: Pick<Location, 'hash'>,
) {
  const { teammate: me, shop } = session
  const drafts = createDraftStore(browserStorage('sessionStorage'), `${shop.id}.${me.id}`)
  const route = signal<Route>(readRoute(location.hash))
  const thread = signal<ThreadModel | null>(null)
  const announcement = signal('')
  const keysShown = signal(false)
  /** Where there is no room for a column, the details lie over the thread. */
  const detailsSheet = signal(false)
  const announced = new Set<string>()
  let room: OpenRoom | null = null
  let disposed = false

  const list = createListModel(api, {
    me: me.id,
    hearServerTime: connection.hearServerTime,
    rang: (summary) => {
      announcement.value = `${visitorName(summary)} needs a person.`
    },
  })
  const nextWait = computed(() => nextWaitOf(list.rows.value, route.value.conversationId))
  /** Of one's own conversations, those in which the shopper has written something new. */
  const mineUnread = computed(
    () =>
      [...list.rows.value.values()].filter(
        (row) => viewsOf(row.summary, me.id).includes('mine') && unreadOf(row) > 0,
      ).length,
  )
  const title = computed(() => {
    const waiting = list.counts.value?.needs_person ?? 0
    if (waiting > 0) return `(${waiting}) Needs a person · ${shop.name}`
    const unread = mineUnread.value
    return unread > 0 ? `(${unread}) New in Mine · ${shop.name}` : `Inbox · ${shop.name}`
  })

  async function start() {
    list.view.value = route.peek().view
    // First, since it knows what of the opened conversation is unread.
    await list.refresh()
    if (disposed) return
    followRoute()
    connect()
  }

  function connect() {
    const first = list.room()
    if (!first || room || disposed) return
    room = openRoom(first, {
      nextRoom: async () => {
        if (connection.isAway()) return null
        await list.refresh()
        return list.refusal.peek() ? null : list.room()
      },
      opened: () => void list.refresh(),
      frame: list.receive,
    })
  }

  function followRoute() {
    const { conversationId } = route.peek()
    if (thread.peek()?.id === conversationId) return
    thread.peek()?.dispose()
    detailsSheet.value = false
    thread.value = conversationId && openThread(conversationId)
  }

  function openThread(id: ConversationId): ThreadModel {
    const opened = createThreadModel(api, {
      id,
      me: me.id,
      readBefore: list.rows.peek().get(id)?.readVisitorMessages ?? null,
      drafts,
      openRoom,
      isAway: connection.isAway,
      read: (visitorMessages) => list.markRead(id, visitorMessages),
      hearServerTime: connection.hearServerTime,
    })
    void opened.open()
    return opened
  }

  function hashChanged() {
    route.value = readRoute(location.hash)
    list.show(route.value.view)
    followRoute()
  }

  /** Resolves once that conversation is before one's eyes; false when one has gone elsewhere or it cannot be had. */
  function openWhole(id: ConversationId): Promise<boolean> {
    go({ conversationId: id })
    return new Promise((done) => {
      const stop = effect(() => {
        const log = thread.value?.id === id ? thread.value.log : null
        const isElsewhere = readRoute(location.hash).conversationId !== id
        if (!log?.conversation.value && !log?.refusal.value && !isElsewhere) return
        done(Boolean(log?.conversation.value))
        queueMicrotask(() => stop())
      })
    })
  }

  function go(next: Partial<Route>) {
    const hash = writeRoute({ ...route.peek(), ...next })
    if (location.hash === hash) return
    location.hash = hash
  }

  /** A wait that passes what was promised is said once. */
  function announceOverdue() {
    const now = connection.now.peek()
    for (const row of list.rows.peek().values()) {
      const since = waitingSince(row)
      const key = `${row.conversationId} ${since}`
      const minutes = waitedMinutes(since, now)
      if (!since || announced.has(key) || minutes < PROMISE_MINUTES) continue
      announced.add(key)
      announcement.value = `${visitorName(row.summary)} has waited ${minutes} minutes.`
    }
  }

  return {
    me,
    shop,
    list,
    route,
    thread,
    nextWait,
    mineUnread,
    title,
    announcement,
    keysShown,
    detailsSheet,
    drafts,
    start,
    hashChanged,
    show: (view: InboxView) => go({ view, conversationId: null }),
    open: (conversationId: ConversationId) => go({ conversationId }),
    openWhole,
    close: () => go({ conversationId: null }),
    openNextWait() {
      const row = nextWait.peek()
      if (row) go({ conversationId: row.conversationId })
    },
    tick() {
      connection.tick()
      const dueMs = room?.isOpen() ? LIST_EVERY_MS.withSocket : LIST_EVERY_MS.without
      if (list.msSinceRefresh() >= dueMs) void list.refresh().then(connect)
      if (!document.hidden) thread.peek()?.tick()
      announceOverdue()
    },
    woke() {
      connection.tick()
      void list.refresh()
      thread.peek()?.woke()
    },
    dispose() {
      disposed = true
      room?.close()
      list.dispose()
      thread.peek()?.dispose()
    },
  }
}
