import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { Log } from '../core/log.ts'
import { deriveRoomKeys } from '../rooms/derive-room-keys.ts'
import { signRoomToken } from '../rooms/room-token.ts'
import { isAlive, parentOf } from '../testing/processes.ts'
import { connectRoom } from '../testing/room-client.ts'
import { silentLog } from '../testing/silent-log.ts'
import { bundleRooms } from './build/bundle-rooms.mjs'
import { PACKAGE_ROOT } from './package-root.ts'
import { type RoomsProcess, startRooms } from './rooms-process.ts'

let outDir: string
let configFile: string
let rooms: RoomsProcess | undefined
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'counterbell-guardian-'))
  configFile = await bundleRooms({ root: PACKAGE_ROOT, outDir })
})
afterEach(async () => {
  await rooms?.stop()
  rooms = undefined
})
afterAll(() => rm(outDir, { recursive: true }))

/** Starts the rooms and hears who they are, in the order in which they came up. */
async function start(port = 0) {
  const pids: number[] = []
  const log: Log = {
    ...silentLog,
    info: (event, fields) => {
      if (event === 'rooms_up') pids.push(Number(fields?.pid))
    },
  }
  rooms = await startRooms({ configFile, port, keys: await deriveRoomKeys('test'), log })
  return { rooms, pids }
}

it('starts workerd again when it is killed', async () => {
  const { rooms, pids } = await start()
  expect(await isAnswering(rooms.port())).toBe(true)
  process.kill(pids[0] ?? 0, 'SIGKILL')
  await expect.poll(() => pids.length, { timeout: 5000 }).toBe(2)
  expect(await isAnswering(rooms.port())).toBe(true)
  expect(isAlive(pids[0])).toBe(false)
})

it('begins anew, with nothing left behind, when the guardian itself is killed', async () => {
  const { rooms, pids } = await start()
  process.kill(parentOf(pids[0] ?? 0), 'SIGKILL')
  await expect.poll(() => pids.length, { timeout: 5000 }).toBe(2)
  await expect.poll(() => isAlive(pids[0])).toBe(false)
  expect(await isAnswering(rooms.port())).toBe(true)
})

it('ends workerd with sockets open when it is stopped', async () => {
  const { rooms, pids } = await start()
  const keys = await deriveRoomKeys('test')
  const exp = Math.floor(Date.now() / 1000) + 60
  const claims = { role: 'visitor', party: 'conversation', room: 'r', subject: 's', exp } as const
  const token = await signRoomToken(keys.tokenKey, claims)
  await connectRoom(`ws://127.0.0.1:${rooms.port()}/parties/conversation/r?token=${token}`).then(
    (client) => client.socket.on('error', () => {}),
  )
  await rooms.stop()
  expect(isAlive(pids[0])).toBe(false)
})

it('leaves nothing behind when the server is killed by SIGKILL', async () => {
  const server = spawnHolder()
  const said = createInterface({ input: server.stdout ?? process.stdin })
  const [line] = await once(said, 'line')
  const { pid: workerd } = JSON.parse(line)
  const guardian = parentOf(workerd)
  expect(isAlive(workerd)).toBe(true)
  server.kill('SIGKILL')
  await expect.poll(() => isAlive(workerd) || isAlive(guardian), { timeout: 5000 }).toBe(false)
})

it('says what is wrong when the port is taken', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = address && typeof address === 'object' ? address.port : 0
  await expect(start(port)).rejects.toThrow(/address already in use/i)
  squatter.close()
})

/** A process that holds the guardian's pipe as the server does, and passes on what it says. */
function spawnHolder(): ChildProcess {
  const guardian = join(PACKAGE_ROOT, 'server/node/rooms-guardian.mjs')
  const program = `
    const { spawn } = require('node:child_process')
    const workerd = require('workerd').default
    const args = [${JSON.stringify(guardian)}, workerd, ${JSON.stringify(configFile)}, '0']
    const options = { detached: true, stdio: ['pipe', 'pipe', 'inherit'], env: {} }
    spawn(process.execPath, args, options).stdout.pipe(process.stdout)
    setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['-e', program], {
    cwd: PACKAGE_ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function isAnswering(port: number | undefined): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/parties/conversation/x`)
  return response.status === 405
}
