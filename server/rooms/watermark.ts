import type { ConversationId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { raisePublishedSeq } from './store.ts'

/** Up to how much is sent again after a crash; a commit an event would cost the disk as much as the event did. */
const FLUSH_MS = 250

/** Collects how far conversations were published, and writes it in one transaction for many. */
export type Watermark = {
  raise(conversationId: ConversationId, seq: number): void
  flush(): void
}

export function createWatermark(
  db: Database,
  on: { flushed(): void; failed(error: unknown): void },
): Watermark {
  const raised = new Map<ConversationId, number>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (raised.size === 0) return
    try {
      writeTransaction(db, (tx) => {
        for (const [id, seq] of raised) raisePublishedSeq(tx, id, seq)
      })
      raised.clear()
      on.flushed()
    } catch (error) {
      // What is not written is published again after the next start: nothing is lost by waiting.
      on.failed(error)
    }
  }

  return {
    raise(conversationId, seq) {
      raised.set(conversationId, seq)
      timer ??= setTimeout(flush, FLUSH_MS)
    },
    flush,
  }
}
