import type { ShopId } from '../../protocol/ids.ts'
import { createPublishQueue, type PublishQueue, type PublishQueueOptions } from './publish-queue.ts'
import type { RoomRef, RoomTransport } from './publisher.ts'
import { roomName } from './room-name.ts'

const TIMEOUT_MS = 5000

export type PartykitRooms = {
  /** Without a slash at its end; undefined while they are down. */
  baseUrl(): string | undefined
  publishKey: string
}

export function createPartykitPublisher(
  rooms: PartykitRooms,
  options: Omit<PublishQueueOptions, 'transport'>,
): PublishQueue {
  return createPublishQueue({ ...options, transport: partykitTransport(rooms, options.shopId) })
}

/** PartyKit's rooms over HTTP, wherever they run. */
function partykitTransport(rooms: PartykitRooms, shopId: ShopId): RoomTransport {
  return {
    conversation: (id, frames) =>
      post(rooms, { party: 'conversation', id: roomName(shopId, id) }, { frames }),
    inbox: (frames) => post(rooms, { party: 'inbox', id: roomName(shopId) }, { frames }),
    kick: (room, subject) => post(rooms, room, { type: 'kick', subject }),
  }
}

async function post(rooms: PartykitRooms, { party, id }: RoomRef, body: unknown): Promise<void> {
  const baseUrl = rooms.baseUrl()
  if (baseUrl === undefined) throw new Error('the rooms are down')
  const response = await fetch(`${baseUrl}/parties/${party}/${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rooms.publishKey}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  // Read to the end, so that the connection can be used again.
  await response.text()
  if (!response.ok) throw new Error(`the room answered ${response.status}`)
}
