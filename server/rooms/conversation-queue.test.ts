import { expect, it } from 'vitest'
import { newId } from '../core/new-id.ts'
import { createConversationQueue, type QueueSource } from './conversation-queue.ts'

/** A log of `count` events, and rooms that accept a publish when the test says so. */
function scriptedSource() {
  const log = { count: 1 }
  const sent: number[] = []
  const accepted: number[] = []
  const underWay: (() => void)[] = []
  const source: QueueSource = {
    eventsAbove: (seq) => {
      sent.push(log.count - seq)
      const text = { type: 'dropped', messageId: newId('msg') } as const
      return { frames: Array.from({ length: log.count - seq }, () => text), lastSeq: log.count }
    },
    summary: () => undefined,
    writing: (on) => ({ type: 'writing', conversationId: newId('cnv'), on }),
    send: () => new Promise((resolve) => underWay.push(resolve)),
    accepted: (seq) => void accepted.push(seq),
    failed(error) {
      throw error
    },
  }
  return { log, sent, accepted, underWay, source }
}

it('L5: one publish is in flight; what is committed meanwhile goes with the next', async () => {
  const { log, sent, accepted, underWay, source } = scriptedSource()
  const queue = createConversationQueue(source, 0)
  queue.committed()
  await expect.poll(() => underWay.length).toBe(1)
  for (log.count = 2; log.count < 4; log.count++) queue.committed()
  await Promise.resolve()
  expect(underWay).toHaveLength(1)
  expect(accepted).toEqual([])
  underWay[0]?.()
  await expect.poll(() => underWay.length).toBe(2)
  underWay[1]?.()
  await expect.poll(() => queue.isIdle()).toBe(true)
  expect(sent).toEqual([1, 3])
  expect(accepted).toEqual([1, 4])
})
