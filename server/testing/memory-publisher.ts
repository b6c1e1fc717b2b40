import type { ConversationId } from '../../protocol/ids.ts'
import type { Publisher } from '../rooms/publisher.ts'

/** A publisher that only remembers what it was asked. With rooms behind it: `memory-rooms-publisher.ts`. */
export type MemoryPublisher = Publisher & { committedIds: ConversationId[]; kicked: string[] }

export function memoryPublisher(): MemoryPublisher {
  const committedIds: ConversationId[] = []
  const kicked: string[] = []
  return {
    committedIds,
    kicked,
    committed: (id) => void committedIds.push(id),
    delta() {},
    dropped() {},
    writing() {},
    rememberRoom() {},
    kick: (subject) => void kicked.push(subject),
  }
}
