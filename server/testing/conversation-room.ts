import type { RoomClaims } from '../../protocol/frames.ts'
import { newId } from '../core/new-id.ts'
import { signRoomToken } from '../rooms/room-token.ts'
import { connectRoom, type RoomClient } from './room-client.ts'
import type { TestRooms } from './start-test-rooms.ts'

export const FACE = { id: newId('tmt'), name: 'Zoë Łukasik', initials: 'ZŁ' }

export const MESSAGE = {
  type: 'message.created',
  audience: 'everyone',
  message: { id: newId('msg'), text: 'Hello' },
}
export const NOTE = {
  type: 'note.created',
  audience: 'staff',
  note: { id: newId('nte'), text: 'Between us' },
}

export type ConversationRoom = {
  visitor: RoomClaims
  staff: RoomClaims
  url(query: string): string
  connect(claims: RoomClaims, query?: string): Promise<RoomClient>
  publish(body: unknown, headers?: Record<string, string>): Promise<Response>
  event(seq: number, fields: object): { type: 'event'; event: object }
}

/** A fresh conversation's room with what a test does in it. */
export function conversationRoom(rooms: TestRooms): ConversationRoom {
  const conversationId = newId('cnv')
  const room = `demo.${conversationId}`
  const path = `/parties/conversation/${room}`
  const exp = inOneMinute()
  const url = (query: string) => `ws://127.0.0.1:${rooms.port()}${path}?${query}`
  return {
    visitor: { role: 'visitor', party: 'conversation', room, subject: newId('vis'), exp },
    staff: {
      role: 'staff',
      party: 'conversation',
      room,
      subject: 'session',
      teammate: FACE,
      exp,
    },
    url,
    async connect(claims, query = '') {
      return connectRoom(url(`token=${await signRoomToken(rooms.keys.tokenKey, claims)}${query}`))
    },
    publish: (body, headers) =>
      fetch(`${rooms.baseUrl()}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${rooms.keys.publishKey}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    event: (seq, fields) => ({
      type: 'event',
      event: {
        id: newId('evt'),
        conversationId,
        seq,
        prev: seq - 1,
        author: { kind: 'teammate', ...FACE },
        createdAt: 1,
        ...fields,
      },
    }),
  }
}

export function inOneMinute(): number {
  return Math.floor(Date.now() / 1000) + 60
}
