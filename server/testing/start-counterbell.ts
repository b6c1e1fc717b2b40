import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

const START = resolve(import.meta.dirname, '../node/start.mjs')
const LINES = 5

export type StartedCounterbell = {
  shopUrl: string
  /** With the owner's one-time link, as long as no owner has a password. */
  inboxUrl: string
  dataDir: string
  lines: string[]
  /** Ends the server as Ctrl-C does, and waits for its end. */
  stop(): Promise<void>
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>
}

/** The whole of `npm start` as a process of its own, on free ports and a data folder that is gone with it. */
export async function startCounterbell(
  environment: Record<string, string> = {},
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-')),
): Promise<StartedCounterbell> {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, PORT: '0', SHOP_PORT: '0', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = await firstLines(child)
  return {
    shopUrl: urlIn(lines[0]),
    inboxUrl: urlIn(lines[1]),
    dataDir,
    lines,
    stop: () => end(child, 'SIGINT'),
    kill: () => end(child, 'SIGKILL'),
  }
}

export function removeDataFolder(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
}

function firstLines(child: ChildProcess): Promise<string[]> {
  return new Promise((resolveLines, reject) => {
    const lines: string[] = []
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', (code) => reject(new Error(`the start ended with ${code}: ${said}`)))
    if (!child.stdout) return reject(new Error('the start has no output'))
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (lines.push(line) === LINES) resolveLines(lines)
    })
  })
}

function urlIn(line = ''): string {
  const url = line.match(/https?:\/\/\S+/)?.[0]
  if (!url) throw new Error(`no URL in the line "${line}"`)
  return url
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null) return ended()
    child.once('exit', () => ended())
    child.kill(signal)
  })
}
