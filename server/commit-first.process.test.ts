import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enterRunningShop, type RunningShopEntered } from './testing/enter-running-shop.ts'
import { type StartedServer, startServer } from './testing/start-server.ts'

/** Only where system calls can be watched, and of a process that we started. */
const CAN_WATCH = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0

describe.skipIf(!CAN_WATCH)(
  'I1: before a word of it leaves the server, a message is on the disk',
  () => {
    let dataDir: string
    let server: StartedServer
    let entered: RunningShopEntered

    beforeAll(async () => {
      dataDir = mkdtempSync(join(tmpdir(), 'counterbell-commit-'))
      const started = await startServer({ DATA_DIR: dataDir, DEMO: '1' })
      if ('code' in started) throw new Error(started.complaint)
      server = started
      const where = { url: server.url, dataDir }
      entered = await enterRunningShop(where, { shop: 'demo', text: 'Hello', name: 'Marta' })
    })
    afterAll(async () => {
      await server.end('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    })

    it.each(['as JSON', 'as a stream'])('%s', async (how) => {
      const trace = join(dataDir, 'trace')
      const calls = 'trace=pwrite64,fdatasync,fsync,write,writev,sendto,sendmsg'
      const pid = String(server.child.pid)
      const watcher = spawn('strace', ['-f', '-s', '5000', '-e', calls, '-o', trace, '-p', pid])
      await attached(watcher)
      const { call, visitor, conversationId } = entered
      const accept = how === 'as a stream' ? 'text/event-stream' : 'application/json'
      const text = 'Is the corduroy jacket lined?'
      const reply = await call(
        'POST',
        `/conversations/${conversationId}/messages`,
        { ...visitor, accept },
        { clientId: crypto.randomUUID(), text },
      )
      expect(await reply.text()).toContain(text)
      watcher.kill('SIGINT')
      await once(watcher, 'close')

      const lines = readFileSync(trace, 'utf8').split('\n')
      const stored = lines.findIndex((line) => line.includes(text) && / pwrite64\(/.test(line))
      const synced = lines.findIndex((line, at) => at > stored && / f(data)?sync\(/.test(line))
      const told = lines.findIndex((line) => line.includes(text) && / (write|send)/.test(line))
      const published = lines.findIndex((line) => line.includes('POST /parties/conversation'))
      expect(stored).toBeGreaterThanOrEqual(0)
      expect(synced).toBeGreaterThan(stored)
      expect(told).toBeGreaterThan(synced)
      expect(published).toBeGreaterThan(synced)
    })
  },
)

function attached(watcher: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    watcher.stderr?.on('data', (said) => {
      if (String(said).includes('attached')) resolve()
    })
    watcher.once('close', () => reject(new Error('strace could not attach')))
  })
}
