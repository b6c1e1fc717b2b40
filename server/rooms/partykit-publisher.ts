import type { ShopId } from '../../protocol/ids.ts'
import { createPublishQueue, type PublishQueue, type PublishQueueOptions } from './publish-queue.ts'
import { type RoomRef, RoomsRefused, type RoomTransport } from './publisher.ts'
import { roomName } from './room-name.ts'

const TIMEOUT_MS = 5000

export type PartykitRooms = {
  /** Without a slash at its end; undefined while they are down. */
  baseUrl(): string | undefined
  publishKey: string
  /** Told after each publish whether the rooms took it. */
  noted(accepted: boolean): void
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

async function post(rooms: PartykitRooms, room: RoomRef, body: unknown): Promise<void> {
  const status = await postOnce(rooms, room, body).catch((error: Error) => {
    rooms.noted(false)
    throw error
  })
  rooms.noted(status < 300)
  if (status >= 300) throw new RoomsRefused(`the room answered ${status}`)
}

async function postOnce(
  rooms: PartykitRooms,
  { party, id }: RoomRef,
  body: unknown,
): Promise<number> {
  const baseUrl = rooms.baseUrl()
  if (baseUrl === undefined) throw new RoomsRefused('the rooms are down')
  const response = await fetch(`${baseUrl}/parties/${party}/${id}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rooms.publishKey}` },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  // Read to the end, so that the connection can be used again.
  await response.text()
  return response.status
}
