import { expect, it } from 'vitest'
import type { RoomClaims } from '../../protocol/frames.ts'
import { newId } from '../core/new-id.ts'
import { conversationRules } from './conversation-rules.ts'
import { createRoom } from './create-room.ts'
import type { RoomSocket } from './room-socket.ts'
import { seatRequest } from './socket-seat.ts'

const DELTA = {
  type: 'delta',
  messageId: newId('msg'),
  answers: newId('msg'),
  version: 0,
  offset: 0,
  text: 'Yes',
}

/** A room with sockets in memory and a clock that the test moves. */
function testRoom() {
  const clock = { nowAt: 0 }
  const sockets = new Set<TestSocket>()
  const room = createRoom(
    () => sockets,
    conversationRules,
    () => clock.nowAt,
  )
  return {
    clock,
    room,
    join(subject: string) {
      const socket = testSocket(() => sockets.delete(socket))
      sockets.add(socket)
      room.connect(
        socket,
        seatRequest(new Request('http://rooms/parties/conversation/r'), claims(subject)),
      )
      return socket
    },
    publish: (...frames: object[]) => room.publish({ json: async () => ({ frames }) }),
  }
}

type TestSocket = RoomSocket & { heard: string[]; closedWith?: number; broken?: boolean }

function testSocket(onClose: () => void): TestSocket {
  const socket: TestSocket = {
    id: crypto.randomUUID(),
    state: null,
    heard: [],
    setState: (state) => Object.assign(socket, { state }),
    send(text) {
      if (socket.broken) throw new TypeError("Can't call WebSocket send() after close()")
      socket.heard.push(JSON.parse(text).type)
    },
    close(code) {
      socket.closedWith ??= code
      onClose()
    },
  }
  return socket
}

function claims(subject: string): RoomClaims {
  return { role: 'visitor', party: 'conversation', room: 'r', subject, exp: 0 }
}

const HOUR_MS = 60 * 60_000

it('ends a socket after an hour, when something is sent or said', async () => {
  const { clock, room, join, publish } = testRoom()
  const [still, talking] = [join('a'), join('b')]
  clock.nowAt = HOUR_MS - 1
  await publish(DELTA)
  clock.nowAt = HOUR_MS
  room.hear('{"type":"ping"}', talking)
  expect(await (await publish(DELTA)).json()).toEqual({ sockets: 0 })
  expect(still).toMatchObject({ heard: ['delta', 'bye'], closedWith: 4401 })
  expect(talking).toMatchObject({ heard: ['delta', 'bye'], closedWith: 4401 })
})

it('V28: refuses who was kicked until the last token from before has run out', async () => {
  const { clock, room, join } = testRoom()
  const before = join('gone')
  await room.publish({ json: async () => ({ type: 'kick', subject: 'gone' }) })
  expect(before).toMatchObject({ heard: ['bye'], closedWith: 4403 })
  clock.nowAt = 60_000
  expect(join('gone')).toMatchObject({ heard: ['bye'], closedWith: 4403 })
  expect(join('stays').closedWith).toBeUndefined()
  clock.nowAt = 120_001
  expect(join('gone').closedWith).toBeUndefined()
})

it('goes on when a socket dies in mid-round', async () => {
  const { join, publish } = testRoom()
  const [first, dead, last] = [join('a'), join('b'), join('c')]
  dead.broken = true
  expect(await (await publish(DELTA, DELTA)).json()).toEqual({ sockets: 2 })
  expect([first.heard, last.heard]).toEqual([
    ['delta', 'delta'],
    ['delta', 'delta'],
  ])
})

it('closes a socket that is owed more than 512 KB, and forgives the debt of one that speaks', async () => {
  const { room, join, publish } = testRoom()
  const [silent, lively] = [join('a'), join('b')]
  const large = { ...DELTA, text: 'x'.repeat(200_000) }
  for (let i = 0; i < 3; i++) {
    await publish(large)
    room.hear('{"type":"ping"}', lively)
  }
  expect(silent).toMatchObject({ heard: ['delta', 'delta'], closedWith: 4408 })
  expect(lively.heard.filter((type) => type === 'delta')).toHaveLength(3)
})

it('counts frames anew after ten seconds', () => {
  const { clock, room, join } = testRoom()
  const socket = join('a')
  for (let i = 0; i < 60; i++) room.hear('{"type":"ping"}', socket)
  clock.nowAt = 10_000
  room.hear('{"type":"ping"}', socket)
  expect(socket.heard).toHaveLength(61)
  expect(socket.closedWith).toBeUndefined()
})
