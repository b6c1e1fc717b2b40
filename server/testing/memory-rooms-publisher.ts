import { eventFromRow } from '../conversations/log/event-row.ts'
import { summaryOf } from '../conversations/reading/summary.ts'
import type { Database } from '../db/database.ts'
import { createPublishQueue, type PublishQueue } from '../rooms/publish-queue.ts'
import { createMemoryRooms, type MemoryRooms } from './memory-rooms.ts'
import { silentLog } from './silent-log.ts'

/** A shop's publisher whose rooms are in memory: what viewers would hear, without a process beside the test. */
export function memoryRoomsPublisher(
  db: Database,
  now: () => number,
): { publisher: PublishQueue; rooms: MemoryRooms } {
  const rooms = createMemoryRooms('demo')
  const publisher = createPublishQueue({
    shopId: 'demo',
    db,
    transport: rooms.transport,
    eventFromRow,
    summaryOf,
    now,
    log: silentLog,
  })
  return { publisher, rooms }
}
