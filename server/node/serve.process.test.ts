import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { childrenOf, isAlive } from '../testing/processes.ts'
import { type FailedStart, type StartedServer, startServer } from '../testing/start-server.ts'

let dataDir: string
const started: StartedServer[] = []
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'counterbell-serve-'))
})
afterEach(async () => {
  for (const { end } of started.splice(0)) await end('SIGTERM')
  rmSync(dataDir, { recursive: true })
})

async function start(environment: Record<string, string> = {}): Promise<StartedServer> {
  const server = await startServer({ DATA_DIR: dataDir, ...environment })
  if ('code' in server) throw new Error(server.complaint)
  started.push(server)
  return server
}

async function failToStart(environment: Record<string, string>): Promise<FailedStart> {
  const server = await startServer({ DATA_DIR: dataDir, ...environment })
  if ('code' in server) return server
  started.push(server)
  throw new Error('it started')
}

describe('the demo', () => {
  it('says in five lines where everything is, and serves it', async () => {
    const { lines, url, shopUrl } = await start({ DEMO: '1' })
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'Shop',
      'Inbox',
      'Answers',
      'Data',
      'Stop',
    ])
    expect(lines[1]).toMatch(/\/inbox\/demo#link=\S{20,} .*owner@demo\.example/)
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({
      status: 'ok',
      rooms: 'up',
    })
    expect(await (await fetch(`${shopUrl}/`)).text()).toContain('data-shop="demo"')
    expect((await fetch(`${url}/widget.js`)).headers.get('cache-control')).toBe('no-cache')
  })

  it('is read once, and keeps its file', async () => {
    const { end } = await start({ DEMO: '1' })
    const file = join(dataDir, 'shops/demo.sqlite')
    const { ino } = statSync(file)
    await end('SIGTERM')
    await start({ DEMO: '1' })
    expect(statSync(file).ino).toBe(ino)
    expect(readdirSync(join(dataDir, 'shops')).some((name) => name.includes('.new'))).toBe(false)
  })

  it('prints a link that works at each start, until its owner has set a password', async () => {
    const linkOf = ({ lines }: StartedServer) => /#link=(\S{20,})/.exec(lines[1] ?? '')?.[1]
    const first = await start({ DEMO: '1' })
    await first.end('SIGTERM')
    const second = await start({ DEMO: '1' })
    expect(linkOf(second)).not.toBe(linkOf(first))
    const spent = await fetch(`${second.url}/v1/shops/demo/session/link`, {
      method: 'POST',
      headers: { origin: second.url },
      body: JSON.stringify({ token: linkOf(second), name: 'Ada', password: 'a long password' }),
    })
    expect(spent.status).toBe(200)
    await second.end('SIGTERM')
    expect(linkOf(await start({ DEMO: '1' }))).toBeUndefined()
  })

  it('is not made unless it is asked for', async () => {
    const { lines, shopUrl } = await start()
    expect(shopUrl).toBeUndefined()
    expect(lines[0]).toMatch(/no shop yet/)
    expect(existsSync(join(dataDir, 'shops/demo.sqlite'))).toBe(false)
  })
})

describe('stopping', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends everything at %s', async (signal) => {
    const { child, end } = await start()
    const guardians = childrenOf(child.pid)
    const rooms = guardians.flatMap(childrenOf)
    expect(rooms.map(isAlive)).toEqual([true])
    await end(signal)
    expect(child.exitCode).toBe(0)
    await expect.poll(() => [...guardians, ...rooms].some(isAlive)).toBe(false)
  })

  it('leaves nothing behind when it is killed, and starts again on the same folder', async () => {
    const { child, end } = await start()
    const guardians = childrenOf(child.pid)
    const rooms = guardians.flatMap(childrenOf)
    await end('SIGKILL')
    await start()
    await expect.poll(() => [...guardians, ...rooms].some(isAlive), { timeout: 5000 }).toBe(false)
  })
})

describe('what keeps it from starting is said in one line', () => {
  it('another server on the folder', async () => {
    await start()
    const { code, complaint } = await failToStart({})
    expect(code).toBe(1)
    expect(complaint).toMatch(/^Another Counterbell runs on .*DATA_DIR[^\n]*\n$/)
  })

  it.each(['PORT', 'SHOP_PORT', 'ROOMS_PORT'])('a taken %s', async (setting) => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const port = Reflect.get(Object(squatter.address()), 'port')
    const { code, complaint } = await failToStart({ DEMO: '1', [setting]: `${port}` })
    squatter.close()
    expect(code).toBe(1)
    // On a busy machine it says that it is still starting.
    expect(complaint.replace(/^.* … \d+ s\n/gm, '').trim()).toBe(
      `Port ${port} is taken. Stop what listens there, or set ${setting} to another port.`,
    )
    expect(existsSync(join(dataDir, 'shops/demo.sqlite'))).toBe(false)
  })

  it('a setting that cannot be read', async () => {
    const { code, complaint } = await failToStart({ TRUST_PROXY: 'yes' })
    expect(code).toBe(1)
    expect(complaint).toMatch(/^TRUST_PROXY [^\n]*\n$/)
  })
})

describe('from outside', () => {
  it('publishes to no room, and opens none without a token', async () => {
    const { url } = await start()
    const posted = await fetch(`${url}/parties/conversation/demo.x`, { method: 'POST', body: '{}' })
    expect(posted.status).toBe(404)
    expect((await fetch(`${url}/parties/inbox/demo`)).status).toBe(404)
  })

  it.each([
    '/inbox/nobody',
    '/inbox/..%2Fsecret',
    '/widget/..%2F..%2Fpackage.json',
    '/widget/panel.json',
  ])('gives nothing at %s', async (path) => {
    const { url } = await start({ DEMO: '1' })
    const reply = await fetch(url + path)
    expect(reply.status).toBe(404)
    expect(await reply.text()).not.toMatch(/counterbell"|[\w-]{43}/)
  })
})
