import type { RoomRef } from './publisher.ts'

/** A token is good for a minute, and the socket that it opened for an hour. */
const REMEMBERED_MS = 61 * 60_000

/** Which rooms a subject may have sockets in: those that it was given tokens for. */
export type RoomMemory = {
  remember(subject: string, room: RoomRef): void
  roomsOf(subject: string): RoomRef[]
}

export function createRoomMemory(now: () => number): RoomMemory {
  /** Oldest first: an entry that is renewed goes to the end. */
  const entries = new Map<string, { subject: string; room: RoomRef; untilAt: number }>()

  function forgetPast(): void {
    for (const [key, { untilAt }] of entries) {
      if (untilAt > now()) return
      entries.delete(key)
    }
  }

  return {
    remember(subject, room) {
      forgetPast()
      const key = JSON.stringify([subject, room.party, room.id])
      entries.delete(key)
      entries.set(key, { subject, room, untilAt: now() + REMEMBERED_MS })
    },
    roomsOf(subject) {
      forgetPast()
      return [...entries.values()].filter((e) => e.subject === subject).map((e) => e.room)
    },
  }
}
