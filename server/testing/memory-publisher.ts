import type { ConversationId } from '../../protocol/ids.ts'
import type { Publisher, RoomRef } from '../rooms/publisher.ts'

/** A publisher that only remembers what it was asked. With rooms behind it: `memory-rooms-publisher.ts`. */
export type MemoryPublisher = Publisher & {
  committedIds: ConversationId[]
  remembered: { subject: string; room: RoomRef }[]
  kicked: string[]
}

export function memoryPublisher(): MemoryPublisher {
  const committedIds: ConversationId[] = []
  const remembered: MemoryPublisher['remembered'] = []
  const kicked: string[] = []
  return {
    committedIds,
    remembered,
    kicked,
    committed: (id) => void committedIds.push(id),
    delta() {},
    dropped() {},
    writing() {},
    rememberRoom: (subject, room) => void remembered.push({ subject, room }),
    kick: (subject) => void kicked.push(subject),
  }
}
