import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conversationRoom, FACE, MESSAGE } from '../testing/conversation-room.ts'
import { startTestRooms, type TestRooms } from '../testing/start-test-rooms.ts'

let rooms: TestRooms
beforeAll(async () => {
  rooms = await startTestRooms()
})
afterAll(() => rooms.stop())

describe('R2: what a client may say', () => {
  it('answers a ping', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    visitor.send({ type: 'ping' })
    expect(await visitor.heard('pong')).toEqual({ type: 'pong' })
  })

  it('stamps who types from the token, and does not tell the typist', async () => {
    const room = conversationRoom(rooms)
    const [visitor, second, staff] = await Promise.all([
      room.connect(room.visitor),
      room.connect(room.visitor),
      room.connect(room.staff),
    ])
    visitor.send({ type: 'typing', on: true, from: { role: 'staff', teammate: FACE } })
    staff.send({ type: 'typing', on: false })
    expect(await staff.heard('typing')).toEqual({
      type: 'typing',
      on: true,
      from: { role: 'visitor' },
    })
    expect(await second.heard('typing')).toEqual({
      type: 'typing',
      on: false,
      from: { role: 'staff', teammate: FACE },
    })
    expect(second.frames).toHaveLength(1)
  })

  it.each([
    ['an event', JSON.stringify({ type: 'event', event: {} })],
    ['a kick', JSON.stringify({ type: 'kick', subject: 'session' })],
    ['no JSON', '{"type":"ping"'],
    ['a list', '[]'],
    ['nothing', ''],
    ['nested brackets', '['.repeat(1000)],
  ])('closes on %s, and nobody else hears it', async (_, text) => {
    const room = conversationRoom(rooms)
    const [visitor, staff] = [await room.connect(room.visitor), await room.connect(room.staff)]
    visitor.socket.send(text)
    expect(await visitor.closed).toBe(4400)
    staff.send({ type: 'ping' })
    await staff.heard('pong')
    expect(staff.frames).toHaveLength(1)
  })

  it('closes on bytes', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    visitor.socket.send(Buffer.from('{"type":"ping"}'))
    expect(await visitor.closed).toBe(4400)
  })

  it('closes on a frame of more than 2 KB', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    visitor.send({ type: 'ping', filler: 'é'.repeat(1020) })
    expect(await visitor.heard('bye')).toEqual({ type: 'bye', code: 'too_fast' })
    expect(await visitor.closed).toBe(4429)
  })

  it('takes 60 frames in ten seconds, and closes on the next', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    for (let i = 0; i < 61; i++) visitor.send({ type: 'ping' })
    expect(await visitor.closed).toBe(4429)
    const pongs = visitor.frames.filter((frame) => frame.type === 'pong')
    expect(pongs).toHaveLength(60)
  })

  it('answers a closing client at once', async () => {
    const room = conversationRoom(rooms)
    const visitor = await room.connect(room.visitor)
    visitor.socket.close(1000)
    // The client's own patience, after which it would report 1006.
    expect(await visitor.closed).toBe(1000)
  })
})

describe('a reader that has stopped', () => {
  it('V50: gets no more than 512 KB, and delays nobody', async () => {
    const room = conversationRoom(rooms)
    // V30: a talker that names the same connection does not speak for it.
    const stuck = await room.connect(room.visitor, '&_pk=mine')
    const staff = await room.connect(room.staff, '&_pk=mine')
    stuck.socket.pause()
    const text = 'x'.repeat(60_000)
    const reached: number[] = []
    for (let seq = 1; seq <= 10; seq++) {
      const event = room.event(seq, { ...MESSAGE, message: { ...MESSAGE.message, text } })
      const reply = await room.publish({ frames: [event] })
      reached.push((await reply.json()).sockets)
      staff.send({ type: 'ping' })
      await staff.heardAll(2 * seq)
    }
    expect(reached).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 1, 1])
    stuck.socket.resume()
    await stuck.heardAll(8)
    stuck.socket.terminate()
    await stuck.closed
    expect(stuck.frames).toHaveLength(8)
  })
})
