import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { PACKAGE_ROOT } from '../node/package-root.ts'

export type StartedServer = {
  child: ChildProcess
  /** What it printed until it stood. */
  lines: string[]
  /** Its own address. */
  url: string
  /** The demo shop's, where it serves one. */
  shopUrl: string | undefined
  /** What it wrote on stderr so far: its log. */
  said(): string
  /** Signals it, and waits for its end: SIGTERM as an operator stops it, SIGKILL as a power cut does. */
  end(signal: NodeJS.Signals): Promise<void>
}

export type FailedStart = { code: number | null; complaint: string }

const SERVE = [join(PACKAGE_ROOT, 'dist/server/cli.js'), 'serve']

/**
 * The server as a process of its own, on free ports: the built one, or what `program` names. Resolves
 * when it serves, or has ended instead. Only for tests of the project `built`.
 */
export async function startServer(
  environment: Record<string, string>,
  program = SERVE,
): Promise<StartedServer | FailedStart> {
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env.PATH, PORT: '0', SHOP_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  const ended = once(child, 'close')
  const lines: string[] = []
  const stands = new Promise<true>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      if (line.startsWith('Stop')) resolve(true)
    })
  })
  if ((await Promise.race([stands, ended])) !== true) return { code: child.exitCode, complaint }
  return {
    child,
    lines,
    url: originIn(lines, /^(?:Inbox|Server)/) ?? '',
    shopUrl: originIn(lines, /^Shop/),
    said: () => complaint,
    async end(signal) {
      child.kill(signal)
      await ended
    },
  }
}

function originIn(lines: string[], label: RegExp): string | undefined {
  const line = lines.find((candidate) => label.test(candidate))
  return /https?:\/\/[^/\s]+/.exec(line ?? '')?.[0]
}
