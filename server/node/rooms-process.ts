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
  let guardian: ChildProcess
  let port: number | undefined
  let stood = false
  let stopped = false
  let settleFirst: (outcome: Error | undefined) => void
  const firstStart = new Promise<Error | undefined>((resolve) => {
    settleFirst = resolve
  })

  function heed(word: Word): void {
    if (word.event === 'up') {
      port = word.port
      stood = true
      options.log.info('rooms_up', { port: word.port, pid: word.pid })
      settleFirst(undefined)
    } else {
      port = undefined
      if (stood && !stopped) options.log.warn('rooms_down', { reason: word.reason })
      settleFirst(new Error(word.reason))
    }
  }

  function guard(): void {
    const child = spawnGuardian(options)
    guardian = child
    createInterface({ input: child.stdout }).on('line', (line) => heed(wordFrom(line)))
    child.once('close', () => {
      if (stopped) return
      heed({ event: 'down', reason: 'the guardian ended' })
      // It ended without ending workerd: only `kill -9` does that.
      killGroup(child.pid)
      setTimeout(guard, GUARDIAN_BACK_OFF_MS)
    })
    // When it could not be started, `close` follows.
    child.once('error', (error) => options.log.error('rooms_guardian', { reason: error.message }))
  }

  async function stop(): Promise<void> {
    stopped = true
    port = undefined
    if (guardian.exitCode !== null || guardian.signalCode !== null) return
    guardian.stdin?.end()
    await once(guardian, 'exit')
  }

  guard()
  const failure = await firstStart
  if (failure) {
    await stop()
    throw failure
  }
  return { port: () => port, stop }
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
