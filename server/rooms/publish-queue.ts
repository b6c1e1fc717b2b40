import type { ConversationEvent } from '../../protocol/events.ts'
import type { ConversationId, ShopId } from '../../protocol/ids.ts'
import type { ConversationSummary } from '../../protocol/inbox.ts'
import type { Clock } from '../core/clock.ts'
import { describeError } from '../core/describe-error.ts'
import type { Log } from '../core/log.ts'
import type { Database } from '../db/database.ts'
import {
  type ConversationQueue,
  createConversationQueue,
  type QueueSource,
} from './conversation-queue.ts'
import { type Publisher, RoomsRefused, type RoomTransport } from './publisher.ts'
import { retryDelayMs } from './retry-delay.ts'
import { createRoomMemory } from './room-memory.ts'
import { ROOM_TOKEN_LIFE_S } from './room-token.ts'
import { type EventRow, listEventRows, listUnpublished, readPublishedSeq } from './store.ts'
import { createWatermark } from './watermark.ts'

const KICK_ATTEMPTS = 5
/** When the last token from before has run out. */
const KICK_AGAIN_MS = (ROOM_TOKEN_LIFE_S + 1) * 1000

export type PublishQueueOptions = {
  shopId: ShopId
  db: Database
  transport: RoomTransport
  eventFromRow(row: EventRow): ConversationEvent
  summaryOf(
    db: Database,
    conversationId: ConversationId,
  ): { lastSeq: number; summary: ConversationSummary } | undefined
  now: Clock
  log: Log
}

export type PublishQueue = Publisher & {
  /** Sends what a crash kept from the rooms: everything above `publishedSeq`. */
  republish(): void
  /** Sends what waits, as far as the rooms accept it, and writes down how far it came. */
  stop(): Promise<void>
}

/** Publishes a shop's log to its rooms: in order, one publish in flight a conversation, nothing twice. */
export function createPublishQueue(options: PublishQueueOptions): PublishQueue {
  const { db, transport, log } = options
  const queues = new Map<ConversationId, ConversationQueue>()
  const memory = createRoomMemory(options.now)
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const watermark = createWatermark(db, {
    flushed: forgetIdle,
    failed: (error) => log.warn('watermark_not_written', { reason: reasonOf(error) }),
  })

  function queueOf(id: ConversationId): ConversationQueue {
    const known = queues.get(id)
    if (known) return known
    const accepted = (seq: number) => watermark.raise(id, seq)
    const source = queueSource(options, id, accepted)
    const queue = createConversationQueue(source, readPublishedSeq(db, id))
    queues.set(id, queue)
    return queue
  }

  function kickNow(subject: string): void {
    for (const room of memory.roomsOf(subject)) {
      void retry(KICK_ATTEMPTS, () => transport.kick(room, subject)).catch((error) =>
        log.warn('kick_failed', { party: room.party, reason: reasonOf(error) }),
      )
    }
  }

  /** Only when the watermark is written: a queue begins where that stands. */
  function forgetIdle(): void {
    for (const [id, queue] of queues) if (queue.isIdle()) queues.delete(id)
  }

  return {
    committed: (id) => queueOf(id).committed(),
    delta: (id, frame) => queueOf(id).transient(frame),
    dropped: (id, messageId) => queueOf(id).transient({ type: 'dropped', messageId }),
    writing: (id, on) => queueOf(id).writing(on),
    rememberRoom: memory.remember,
    kick(subject) {
      kickNow(subject)
      // A room that slept meanwhile has forgotten, and let in a token from before.
      const timer = setTimeout(() => {
        timers.delete(timer)
        kickNow(subject)
      }, KICK_AGAIN_MS)
      timers.add(timer)
    },
    republish() {
      for (const id of listUnpublished(db)) queueOf(id).committed()
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      await Promise.all([...queues.values()].map((queue) => queue.drain()))
      watermark.flush()
    },
  }
}

function queueSource(
  { db, transport, eventFromRow, summaryOf, log }: PublishQueueOptions,
  id: ConversationId,
  accepted: QueueSource['accepted'],
): QueueSource {
  return {
    accepted,
    eventsAbove(seq, limit) {
      const rows = listEventRows(db, id, seq, limit)
      const frames = rows.map((row) => ({ type: 'event' as const, event: eventFromRow(row) }))
      return { frames, lastSeq: rows.at(-1)?.seq ?? seq }
    },
    summary() {
      const known = summaryOf(db, id)
      return known && { type: 'summary', conversationId: id, ...known }
    },
    writing: (on) => ({ type: 'writing', conversationId: id, on }),
    async send(conversation, inbox) {
      await Promise.all([
        conversation.length > 0 && transport.conversation(id, conversation),
        inbox.length > 0 && transport.inbox(inbox),
      ])
    },
    failed(error, failures) {
      log.warn('publish_failed', { conversationId: id, failures, reason: reasonOf(error) })
    },
  }
}

async function retry(attempts: number, attempt: () => Promise<void>): Promise<void> {
  for (let failures = 1; ; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (failures === attempts) throw error
      await new Promise((resolve) => setTimeout(resolve, retryDelayMs(failures)))
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof RoomsRefused ? error.message : describeError(error).name
}
