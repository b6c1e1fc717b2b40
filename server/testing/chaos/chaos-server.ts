import { createServer } from 'node:net'
import { parentOf } from '../processes.ts'
import { type StartedServer, startServer } from '../start-server.ts'
import type { History } from './history.ts'
import { until } from './until.ts'

const RECOVERS_WITHIN_MS = 20_000
const START_ATTEMPTS = 5

/** The real server as a process that can be killed and comes back on the same port and folder. */
export type ChaosServer = {
  origin: string
  /** Where the rooms take publications; undefined while they are down. */
  roomsUrl(): string | undefined
  start(): Promise<void>
  /** `kill -9`, and a new start. */
  killServer(): Promise<void>
  /** `kill -9` of workerd, whose guardian starts another. */
  killRooms(): Promise<void>
  /** `kill -9` of the guardian: the server ends its workerd and starts both. */
  killGuardian(): Promise<void>
  /** Holds the server still, as a busy disk or a sleeping machine does. */
  stall(ms: number): Promise<void>
  stop(): Promise<void>
}

export async function createChaosServer(options: {
  dataDir: string
  secret: string
  history: History
  environment?: Record<string, string>
}): Promise<ChaosServer> {
  const { dataDir, secret, history } = options
  const port = await freePort()
  const environment = {
    DATA_DIR: dataDir,
    PORT: String(port),
    COUNTERBELL_SECRET: secret,
    LOG_LEVEL: 'info',
    ...options.environment,
  }
  let running: StartedServer | undefined

  async function start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const started = await startServer(environment)
      if (!('code' in started)) return note(started)
      if (attempt === START_ATTEMPTS) {
        throw new Error(`the server did not start: ${started.complaint}`)
      }
    }
  }

  function note(started: StartedServer): void {
    const { pid = 0 } = started.child
    running = started
    history.add({ kind: 'server', change: 'started', pid })
    started.child.once('exit', () => history.add({ kind: 'server', change: 'ended', pid }))
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!running) return
    history.add({ kind: 'server', change: 'killed', pid: running.child.pid ?? 0 })
    const ending = running
    running = undefined
    await ending.end(signal)
  }

  function rooms(): { port: number; pid: number } | undefined {
    const up = running?.said().matchAll(/"port":(\d+),"pid":(\d+),"msg":"rooms_up"/g)
    const last = [...(up ?? [])].at(-1)
    return last && { port: Number(last[1]), pid: Number(last[2]) }
  }

  const roomsPid = () => rooms()?.pid

  async function killAndAwaitRooms(pid: number, of: number): Promise<void> {
    try {
      process.kill(of, 'SIGKILL')
    } catch {
      // It ended by itself a moment ago.
    }
    const isBack = await until(() => ![pid, undefined].includes(roomsPid()), RECOVERS_WITHIN_MS)
    if (!isBack) throw new Error('the rooms did not come back')
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    roomsUrl: () => rooms() && `http://127.0.0.1:${rooms()?.port}`,
    start,
    async killServer() {
      await end('SIGKILL')
      await start()
    },
    async killRooms() {
      const pid = roomsPid()
      if (pid !== undefined) await killAndAwaitRooms(pid, pid)
    },
    async killGuardian() {
      const pid = roomsPid()
      const guardian = pid === undefined ? 0 : parentOf(pid)
      // 1 is who takes orphans: then there is no guardian to kill.
      if (pid !== undefined && guardian > 1) await killAndAwaitRooms(pid, guardian)
    },
    async stall(ms) {
      const child = running?.child
      child?.kill('SIGSTOP')
      await new Promise((resolve) => setTimeout(resolve, ms))
      child?.kill('SIGCONT')
    },
    stop: () => end('SIGTERM'),
  }
}

/** Free a moment ago; the same for every start, as an operator's would be. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
