import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Log } from '../core/log.ts'
import type { RoomKeys } from '../rooms/derive-room-keys.ts'
import { PACKAGE_ROOT } from './package-root.ts'

const GUARDIAN = join(PACKAGE_ROOT, 'server/node/rooms-guardian.mjs')
const GUARDIAN_BACK_OFF_MS = 500
/** For the rooms of a server that was just killed to let go of their port. */
const FIRST_START_PATIENCE_MS = 2000

export type RoomsProcess = {
  /** Where the rooms listen on 127.0.0.1; undefined while they are down. It can change at a restart. */
  port(): number | undefined
  stop(): Promise<void>
}

type Word = { event: 'up'; port: number; pid: number } | { event: 'down'; reason: string }

/**
 * Runs the rooms under a guardian that ends them when this process ends, even by `kill -9`.
 * Rejects when they cannot be started at all, such as on a taken port.
 */
export async function startRooms(options: {
  configFile: string
  port: number
  keys: RoomKeys
  log: Log
}): Promise<RoomsProcess> {
  const { log } = options
  const news = roomsNews(log)
  let guardian: ChildProcess
  let stopped = false

  function guard(): void {
    const child = spawnGuardian(options)
    guardian = child
    createInterface({ input: child.stdout }).on('line', (line) => news.heed(wordFrom(line)))
    child.once('close', () => {
      if (stopped) return
      news.heed({ event: 'down', reason: 'the guardian ended' })
      // It ended without ending workerd: only `kill -9` does that.
      killGroup(child.pid)
      setTimeout(guard, GUARDIAN_BACK_OFF_MS)
    })
    // When it could not be started, `close` follows.
    child.once('error', (error) => log.error('rooms_guardian', { reason: error.message }))
  }

  async function stop(): Promise<void> {
    stopped = true
    news.stop()
    if (guardian.exitCode !== null || guardian.signalCode !== null) return
    guardian.stdin?.end()
    await once(guardian, 'exit')
  }

  guard()
  const failure = await news.firstStart
  if (failure) {
    await stop()
    throw failure
  }
  return { port: news.port, stop }
}

/** What is known of the rooms from the guardian's words. */
function roomsNews(log: Log) {
  const giveUpAt = Date.now() + FIRST_START_PATIENCE_MS
  let port: number | undefined
  let stood = false
  let stopped = false
  let settle: (outcome: Error | undefined) => void
  const firstStart = new Promise<Error | undefined>((resolve) => {
    settle = resolve
  })
  return {
    /** Why they never came up; undefined once they are. */
    firstStart,
    port: () => port,
    heed(word: Word): void {
      if (word.event === 'up') {
        stood = true
        port = stopped ? undefined : word.port
        log.info('rooms_up', { port: word.port, pid: word.pid })
        settle(undefined)
      } else {
        port = undefined
        if (stood && !stopped) log.warn('rooms_down', { reason: word.reason })
        if (Date.now() > giveUpAt) settle(new Error(word.reason))
      }
    },
    stop(): void {
      stopped = true
      port = undefined
    },
  }
}

function spawnGuardian({
  configFile,
  port,
  keys,
}: {
  configFile: string
  port: number
  keys: RoomKeys
}) {
  return spawn(process.execPath, [GUARDIAN, workerdPath(), configFile, String(port)], {
    // A group of its own: Ctrl-C in the terminal must reach the server only.
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
    // Nothing of our own environment: rooms never see the secret or the model's key.
    env: { ROOM_TOKEN_KEY: keys.tokenKey, ROOM_PUBLISH_KEY: keys.publishKey },
  })
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}

/** Holds because the package has no types, and its default export is the path of the binary. */
function workerdPath(): string {
  return createRequire(import.meta.url)('workerd').default as string
}

/** Holds because the guardian is ours and writes nothing else. */
function wordFrom(line: string): Word {
  return JSON.parse(line) as Word
}
