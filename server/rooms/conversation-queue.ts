import type { PublishedConversationFrame, PublishedInboxFrame } from '../../protocol/frames.ts'
import { appendTransient, type Transient } from './append-transient.ts'
import { retryDelayMs } from './retry-delay.ts'

/** Streamed text waits this long for more of it. */
const COALESCE_MS = 90
const EVENTS_PER_ROUND = 100

/** What the queue needs to know of its conversation. */
export type QueueSource = {
  /** Frames of the events above `seq`, in order, and the seq of the last of them. */
  eventsAbove(seq: number, limit: number): { frames: PublishedConversationFrame[]; lastSeq: number }
  /** For the inbox, when events go out. */
  summary(): PublishedInboxFrame | undefined
  writing(on: boolean): PublishedInboxFrame
  /** Both rooms accept, or it rejects. */
  send(conversation: PublishedConversationFrame[], inbox: PublishedInboxFrame[]): Promise<void>
  accepted(seq: number): void
  failed(error: unknown, failures: number): void
}

export type ConversationQueue = {
  committed(): void
  transient(frame: Transient): void
  writing(on: boolean): void
  /** Nothing waits and nothing is under way. */
  isIdle(): boolean
  /** Sends what waits, once, without waiting for more; gives up on a room that does not accept. */
  drain(): Promise<void>
}

/** One publish at a time, so that a room hears its conversation in the order in which it happened. */
export function createConversationQueue(
  source: QueueSource,
  publishedSeq: number,
): ConversationQueue {
  const pending = { before: [] as Transient[], events: false, after: [] as Transient[] }
  let writing: boolean | undefined
  let underWay: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  function isEmpty(): boolean {
    return (
      !pending.events && writing === undefined && pending.before.length + pending.after.length === 0
    )
  }

  /** A room that is down sets the pace; otherwise events go at once and text waits for more text. */
  function schedule(): void {
    if (underWay || isEmpty()) return
    if (failures > 0) timer ??= setTimeout(start, retryDelayMs(failures))
    else if (pending.events || writing !== undefined) start()
    else timer ??= setTimeout(start, COALESCE_MS)
  }

  function start(): void {
    clearTimeout(timer)
    timer = undefined
    underWay = round().finally(() => {
      underWay = undefined
      schedule()
    })
  }

  async function round(): Promise<void> {
    // After the verb that commits, not in its midst.
    await Promise.resolve()
    const { before, events, after } = { ...pending }
    const toldWriting = writing
    Object.assign(pending, { before: [], events: false, after: [] })
    writing = undefined
    try {
      const { frames, lastSeq } = events
        ? source.eventsAbove(publishedSeq, EVENTS_PER_ROUND)
        : { frames: [], lastSeq: publishedSeq }
      const summary = frames.length > 0 ? source.summary() : undefined
      const told = toldWriting === undefined ? undefined : source.writing(toldWriting)
      const inbox = [summary, told].filter((frame) => frame !== undefined)
      await source.send([...before, ...frames, ...after], inbox)
      failures = 0
      if (lastSeq > publishedSeq) source.accepted(lastSeq)
      publishedSeq = lastSeq
      if (frames.length === EVENTS_PER_ROUND) pending.events = true
    } catch (error) {
      // Text is not sent again: whoever misses some of it notices by its offset, and fetches.
      Object.assign(pending, { before: [], events: pending.events || events, after: [] })
      writing ??= toldWriting
      failures += 1
      source.failed(error, failures)
    }
  }

  return {
    committed() {
      pending.events = true
      schedule()
    },
    transient(frame) {
      if (failures > 0) return
      const place = pending.events ? 'after' : 'before'
      pending[place] = appendTransient(pending[place], frame)
      schedule()
    },
    writing(on) {
      writing = on
      schedule()
    },
    isIdle: () => !underWay && isEmpty(),
    async drain() {
      while (failures === 0 && (underWay || !isEmpty())) {
        if (!underWay) start()
        await underWay
      }
      clearTimeout(timer)
    },
  }
}
