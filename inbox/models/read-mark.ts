import { computed } from '@preact/signals'
import type { ConversationEvent } from '../../protocol/events.ts'
import type { Outcome } from '../wire/request.ts'
import type { EventLog } from './event-log.ts'

const SETTLE_MS = 250

/** How far a teammate has read, and where the unread began when the conversation was opened. */
export function createReadMark(
  log: EventLog,
  readBefore: number | null,
  hooks: {
    mark(seq: number): Promise<Outcome<unknown>>
    marked(visitorMessages: number): void
  },
) {
  let markedSeq = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Seq of the first message that was new at opening, and how many were; what comes while one looks on is not. */
  const firstUnread = computed(() => {
    if (readBefore === null) return null
    const messages = log.events.value.filter(
      (event) => isVisitorMessage(event) && event.seq <= log.openedAt.value,
    )
    const first = messages[readBefore]
    return first ? { seq: first.seq, count: messages.length - readBefore } : null
  })

  async function send() {
    const seq = log.cursor()
    if (seq <= markedSeq) return
    const outcome = await hooks.mark(seq)
    if (!outcome.ok) return
    markedSeq = Math.max(markedSeq, seq)
    hooks.marked(
      log.events.peek().filter((event) => isVisitorMessage(event) && event.seq <= seq).length,
    )
  }

  return {
    firstUnread,
    /** The end of the thread is before somebody's eyes. */
    seen() {
      if (log.cursor() <= markedSeq) return
      clearTimeout(timer)
      timer = setTimeout(send, SETTLE_MS)
    },
    dispose: () => clearTimeout(timer),
  }
}

function isVisitorMessage(event: ConversationEvent): boolean {
  return event.type === 'message.created' && event.author.kind === 'visitor'
}
