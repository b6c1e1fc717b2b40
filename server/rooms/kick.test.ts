import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eventFromRow } from '../conversations/log/event-row.ts'
import { summaryOf } from '../conversations/reading/summary.ts'
import { createMemoryRooms } from '../testing/memory-rooms.ts'
import { openTestDatabase } from '../testing/open-test-database.ts'
import { silentLog } from '../testing/silent-log.ts'
import { createPublishQueue } from './publish-queue.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function testQueue() {
  const kicks: string[] = []
  const { transport } = createMemoryRooms('demo')
  const kick = async (_: unknown, subject: string) => void kicks.push(subject)
  const queue = createPublishQueue({
    shopId: 'demo',
    db: openTestDatabase(),
    transport: { ...transport, kick },
    eventFromRow,
    summaryOf,
    now: Date.now,
    log: silentLog,
  })
  queue.rememberRoom('session', { party: 'inbox', id: 'demo' })
  return { queue, kicks }
}

it('V28: kicks again when the last token from before has run out, for a room that has forgotten', () => {
  const { queue, kicks } = testQueue()
  queue.kick('session')
  expect(kicks).toEqual(['session'])
  vi.advanceTimersByTime(60_000)
  expect(kicks).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  expect(kicks).toEqual(['session', 'session'])
})

it('kicks nobody any more once it is stopped', async () => {
  const { queue, kicks } = testQueue()
  queue.kick('session')
  await queue.stop()
  vi.advanceTimersByTime(120_000)
  expect(kicks).toHaveLength(1)
})
