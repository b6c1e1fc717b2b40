import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PACKAGE_ROOT } from '../node/package-root.ts'
import { startServer } from './start-server.ts'

const START = join(PACKAGE_ROOT, 'server/node/start.mjs')

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
  const started = await startServer({ DATA_DIR: dataDir, ...environment }, [START])
  if ('code' in started)
    throw new Error(`the start ended with ${started.code}: ${started.complaint}`)
  const { lines, end } = started
  return {
    shopUrl: urlIn(lines[0]),
    inboxUrl: urlIn(lines[1]),
    dataDir,
    lines,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  }
}

export function removeDataFolder(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
}

function urlIn(line = ''): string {
  const url = line.match(/https?:\/\/\S+/)?.[0]
  if (!url) throw new Error(`no URL in the line "${line}"`)
  return url
}
