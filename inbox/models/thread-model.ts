import { signal } from '@preact/signals'
import type { SessionReply, StaffReply } from '../../protocol/api.ts'
import type { ConversationRoomFrame, Room } from '../../protocol/frames.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import type { OpenRoom, RoomListener } from '../wire/open-room.ts'
import type { Outcome, Refusal } from '../wire/request.ts'
import type { StaffApi } from '../wire/staff-api.ts'
import { createComposerModel } from './composer-model.ts'
import type { DraftStore, Unsent } from './drafts.ts'
import { createEventLog } from './event-log.ts'
import type { Verdict } from './outbox.ts'
import { createOwnership, holderNameIn, isConflict } from './ownership.ts'
import { createReadMark } from './read-mark.ts'
import { createTyping } from './typing.ts'

const FETCH_EVERY_MS = { withSocket: 30_000, without: 5000 }

export type ThreadModel = ReturnType<typeof createThreadModel>
export type ThreadApi = Pick<
  StaffApi,
  'events' | 'takeOver' | 'handBack' | 'resolve' | 'reply' | 'note' | 'markRead'
>
export type ThreadHooks = {
  id: ConversationId
  me: SessionReply['teammate']['id']
  /** Visitor messages that this teammate had read before; null when that is not known. */
  readBefore: number | null
  drafts: DraftStore
  openRoom(room: Room, listener: RoomListener<ConversationRoomFrame>): OpenRoom
  /** Nobody looks: a socket that closed stays closed until somebody does. */
  isAway(): boolean
  read(visitorMessages: number): void
  hearServerTime(serverNow: number): void
}

/** The opened conversation: its log, who holds it, what is typed and sent. The room only hastens what a fetch would bring. */
export function createThreadModel(api: ThreadApi, hooks: ThreadHooks) {
  const { id, me } = hooks
  let room: OpenRoom | null = null
  let disposed = false
  let fetchedAt = 0

  const log = createEventLog((after) => api.events(id, after))
  const typing = createTyping(me, (on) => room?.send({ type: 'typing', on }))
  const readMark = createReadMark(log, hooks.readBefore, {
    mark: (seq) => api.markRead(id, { seq }),
    marked: hooks.read,
  })
  const ownership = createOwnership(log, {
    me,
    run: (name, input) => api[name](id, input),
    done: take,
    fetch,
  })
  const { drafts } = hooks
  const composer = createComposerModel(ownership, typing, { id, drafts, send, sent: take, refused })

  async function fetch(): Promise<Room | null> {
    fetchedAt = Date.now()
    const told = await log.fetch()
    if (!told) return null
    hooks.hearServerTime(told.serverNow)
    noticeArrivals()
    return told.room
  }

  async function open() {
    const first = await fetch()
    if (!first || room || disposed) return
    room = hooks.openRoom(first, {
      nextRoom: async () => (hooks.isAway() ? null : fetch()),
      opened: woke,
      frame: receive,
    })
  }

  function woke() {
    void fetch()
    if (composer.unsent.peek().length > 0) void composer.retry()
  }

  function receive(frame: ConversationRoomFrame) {
    if (frame.type === 'event') {
      const { author } = frame.event
      if (author.kind === 'visitor' || author.kind === 'teammate') typing.wrote(author)
      log.receive([frame.event])
      noticeArrivals()
    }
    if (frame.type === 'delta') log.receiveDelta(frame)
    if (frame.type === 'dropped') log.drop(frame.messageId)
    if (frame.type === 'typing') typing.hear(frame)
  }

  /** Our own words may come back through the room before their request is answered. */
  function noticeArrivals() {
    for (const { clientId } of composer.unsent.peek()) {
      if (log.events.peek().some((event) => event.clientId === clientId)) composer.arrived(clientId)
    }
  }

  function take({ events, conversation }: StaffReply) {
    log.receive(events)
    if (log.cursor() < conversation.lastSeq) void fetch()
  }

  function send({ clientId, kind, text }: Unsent): Promise<Outcome<StaffReply>> {
    if (kind === 'note') return api.note(id, { clientId, text })
    return api.reply(id, { clientId, text, version: log.conversation.peek()?.version ?? 0 })
  }

  async function refused(why: Refusal, one: Unsent): Promise<Verdict> {
    if (one.kind === 'note' || !isConflict(why)) return 'stays'
    const afterSeq = log.cursor()
    await fetch()
    // Taken again by this teammate, in another tab: the words go with the version that holds now.
    if (ownership.holdsIt.peek()) return 'again'
    composer.restore(one)
    ownership.conflict.value = { holderName: holderNameIn(why), afterSeq }
    return 'moved'
  }

  return {
    id,
    log,
    ownership,
    composer,
    typing,
    /** Null: open while somebody waits, folded once somebody holds the conversation. */
    briefOpen: signal<boolean | null>(null),
    firstUnread: readMark.firstUnread,
    seen: readMark.seen,
    open,
    woke,
    /** What no room has brought is asked for: often without a socket, now and then with one. */
    tick() {
      const dueMs = room?.isOpen() ? FETCH_EVERY_MS.withSocket : FETCH_EVERY_MS.without
      if (Date.now() - fetchedAt < dueMs) return
      if (room) void fetch()
      else void open()
    },
    dispose() {
      disposed = true
      room?.close()
      typing.dispose()
      readMark.dispose()
      log.dispose()
    },
  }
}
