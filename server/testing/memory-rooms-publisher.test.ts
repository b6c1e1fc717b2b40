import { describePublisher } from '../rooms/publisher.contract.ts'
import { memoryRoomsPublisher } from './memory-rooms-publisher.ts'

describePublisher('the publisher with rooms in memory', async (shop) => {
  const { publisher, rooms } = memoryRoomsPublisher(shop.db, () => shop.clock.nowAt)
  return { publisher, connect: async (claims) => rooms.connect(claims) }
})
