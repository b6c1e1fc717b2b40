import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RoomClaims } from '../../protocol/frames.ts'
import { conversationRoom, FACE, inOneMinute, MESSAGE, NOTE } from '../testing/conversation-room.ts'
import { connectRoom } from '../testing/room-client.ts'
import { startTestRooms, type TestRooms } from '../testing/start-test-rooms.ts'
import { signRoomToken } from './room-token.ts'

let rooms: TestRooms
beforeAll(async () => {
  rooms = await startTestRooms()
})
afterAll(() => rooms.stop())

describe('R1: who may connect', () => {
  it.each<[string, (claims: RoomClaims) => string | Promise<string>]>([
    ['no token', () => ''],
    ['no JWT at all', () => 'a.b.c'],
    ['a token signed with another key', (claims) => signRoomToken('other', claims)],
    ['an expired token', (claims) => sign({ ...claims, exp: 1_000_000 })],
    ['a token of another room', (claims) => sign({ ...claims, room: `${claims.room}x` })],
    [
      'a token of another shop',
      (claims) => sign({ ...claims, room: claims.room.replace('demo', 'other') }),
    ],
    ['a token of another party', () => sign(staffOfInbox('demo'))],
    ['a token without an end', (claims) => sign(omit(claims, 'exp'))],
    ['a token without a subject', (claims) => sign(omit(claims, 'subject'))],
    ['a token that names the algorithm none', unsigned],
  ])('refuses %s', async (_, tokenFor) => {
    const room = conversationRoom(rooms)
    const token = await tokenFor(room.visitor)
    await expect(connectRoom(room.url(`token=${token}`))).rejects.toThrow('401')
  })

  it('refuses a visitor at the inbox, whatever the token says', async () => {
    const token = await sign({ ...staffOfInbox('demo'), role: 'visitor' })
    await expect(connectRoom(inboxUrl('demo', token))).rejects.toThrow('401')
  })

  it('answers 404 at the party that PartyKit insists on', async () => {
    const url = `ws://127.0.0.1:${rooms.port()}/parties/main/demo`
    await expect(connectRoom(url)).rejects.toThrow('404')
    const posted = await fetch(`${rooms.baseUrl()}/parties/main/demo`, { method: 'POST' })
    expect(posted.status).toBe(404)
    expect((await fetch(`${rooms.baseUrl()}/`)).status).toBe(404)
  })

  it('ignores a chosen connection id: two sockets that name the same both hear', async () => {
    const room = conversationRoom(rooms)
    const first = await room.connect(room.visitor, '&_pk=mine')
    const second = await room.connect(room.staff, '&_pk=mine')
    const reply = await room.publish({ frames: [room.event(1, MESSAGE)] })
    expect(await reply.json()).toEqual({ sockets: 2 })
    await Promise.all([first.heard('event'), second.heard('event')])
  })

  it('lets a subject have ten sockets in a room and not eleven', async () => {
    const room = conversationRoom(rooms)
    const ten = await Promise.all(Array.from({ length: 10 }, () => room.connect(room.visitor)))
    const eleventh = await room.connect(room.visitor)
    expect(await eleventh.heard('bye')).toEqual({ type: 'bye', code: 'too_fast' })
    const colleague = await room.connect(room.staff)
    await room.publish({ frames: [room.event(1, MESSAGE)] })
    await Promise.all([...ten, colleague].map((client) => client.heard('event')))
    expect(eleventh.frames.map((frame) => frame.type)).toEqual(['bye'])
  })
})

describe('what may be published', () => {
  it.each([
    ['another key', () => ({ authorization: 'Bearer other' })],
    ['the token key', () => ({ authorization: `Bearer ${rooms.keys.tokenKey}` })],
    ['another scheme', () => ({ authorization: `Basic ${rooms.keys.publishKey}` })],
    ['no key', () => ({ authorization: '' })],
  ])('refuses %s', async (_, headers) => {
    expect((await conversationRoom(rooms).publish({ frames: [] }, headers())).status).toBe(403)
  })

  it.each([
    ['no JSON', '{"frames":['],
    ['a list', []],
    ['a frame that only clients send', { frames: [{ type: 'typing', on: true }] }],
    ['a kick of nobody', { type: 'kick' }],
  ])('refuses %s', async (_, body) => {
    expect((await conversationRoom(rooms).publish(body)).status).toBe(400)
  })

  it('takes nothing but POST', async () => {
    const headers = { authorization: `Bearer ${rooms.keys.publishKey}` }
    const reply = await fetch(`${rooms.baseUrl()}/parties/conversation/demo.x`, { headers })
    expect(reply.status).toBe(405)
  })

  it('R3, I4: keeps what is for staff from the visitor, and gives both the rest in order', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    const staff = await room.connect(room.staff)
    const frames = [room.event(1, MESSAGE), room.event(2, NOTE), room.event(3, MESSAGE)]
    await room.publish({ frames })
    await Promise.all([visitor.heardAll(2), staff.heardAll(3)])
    expect(visitor.frames).toEqual([frames[0], frames[2]])
    expect(staff.frames).toEqual(frames)
  })

  it('I4: refuses a note that says it is for everyone', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    const disguised = room.event(1, { ...NOTE, audience: 'everyone' })
    expect((await room.publish({ frames: [disguised] })).status).toBe(400)
    expect(visitor.frames).toEqual([])
  })

  it('R8, V28: ends the sockets of a kicked subject and no others', async () => {
    const room = conversationRoom(rooms)
    const [visitor, staff] = [await room.connect(room.visitor), await room.connect(room.staff)]
    const kicked = await room.publish({ type: 'kick', subject: 'session' })
    expect(await kicked.json()).toEqual({ sockets: 1 })
    expect(await staff.heard('bye')).toEqual({ type: 'bye', code: 'kicked' })
    await room.publish({ frames: [room.event(1, MESSAGE)] })
    await visitor.heard('event')
    expect(staff.frames).toHaveLength(1)
  })

  it('R4: keeps nothing: who comes later hears only what comes later', async () => {
    const room = conversationRoom(rooms)
    const early = await room.connect(room.visitor)
    await room.publish({ frames: [room.event(1, MESSAGE)] })
    await early.heard('event')
    const late = await room.connect(room.visitor)
    const next = room.event(2, MESSAGE)
    await room.publish({ frames: [next] })
    await late.heard('event')
    expect(late.frames).toEqual([next])
  })

  it('I7: reaches the inbox of its own shop only', async () => {
    const [own, other] = await Promise.all(
      ['demo', 'other'].map(async (shop) =>
        connectRoom(inboxUrl(shop, await sign(staffOfInbox(shop)))),
      ),
    )
    const frame = { type: 'writing', conversationId: 'cnv_0123456789abcdefghjkmnpqrs', on: true }
    await fetch(`${rooms.baseUrl()}/parties/inbox/demo`, {
      method: 'POST',
      headers: { authorization: `Bearer ${rooms.keys.publishKey}` },
      body: JSON.stringify({ frames: [frame] }),
    })
    expect(await own?.heard('writing')).toEqual(frame)
    other?.send({ type: 'ping' })
    await other?.heard('pong')
    expect(other?.frames).toHaveLength(1)
  })
})

/** Signs any claims, those too that the types would not let through. */
function sign(claims: object): Promise<string> {
  return signRoomToken(rooms.keys.tokenKey, claims as RoomClaims)
}

function staffOfInbox(room: string): RoomClaims {
  return { role: 'staff', party: 'inbox', room, subject: 's', teammate: FACE, exp: inOneMinute() }
}

function inboxUrl(shop: string, token: string): string {
  return `ws://127.0.0.1:${rooms.port()}/parties/inbox/${shop}?token=${token}`
}

function omit(claims: RoomClaims, field: 'exp' | 'subject'): object {
  return { ...claims, [field]: undefined }
}

function unsigned(claims: RoomClaims): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`
}
