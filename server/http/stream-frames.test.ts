import { request } from 'node:http'
import type { Socket } from 'node:net'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { StreamFrame } from '../../protocol/frames.ts'
import { AppError } from '../core/app-error.ts'
import type { LogFields } from '../core/log.ts'
import { newId } from '../core/new-id.ts'
import { readStreamFrames } from '../testing/chaos/clients/read-stream-frames.ts'
import { type Listening, listen } from '../testing/listen.ts'
import { silentLog } from '../testing/silent-log.ts'
import { type TestPlatform, testPlatform } from '../testing/test-platform.ts'
import type { AppEnv } from './app-env.ts'
import { streamFrames, type WriteFrame } from './stream-frames.ts'

let test: TestPlatform
let server: Listening
const logged: LogFields[] = []
let run: (write: WriteFrame, signal: AbortSignal) => Promise<void>

beforeAll(async () => {
  const note = (_: string, fields = {}) => void logged.push(fields)
  const log = { ...silentLog, warn: note, error: note }
  const sockets = new WeakMap<Request, Socket>()
  test = testPlatform({ log, hangUp: (request) => void sockets.get(request)?.destroy() })
  const routes = new Hono<AppEnv & { Bindings: HttpBindings }>().get('/stream', (c) => {
    sockets.set(c.req.raw, c.env.incoming.socket)
    return streamFrames(c, (write, signal) => run(write, signal))
  })
  test.app.route('/', routes)
  server = await listen(test.app)
})
afterEach(() => vi.useRealTimers())
afterAll(async () => {
  await server.close()
  test.close()
})

const delta = (offset: number, text: string): StreamFrame => ({
  type: 'delta',
  messageId: newId('msg'),
  answers: newId('msg'),
  version: 0,
  offset,
  text,
})

it('streams each frame as one event, in order, to the last', async () => {
  const texts = ['a', 'line\nbreak\r\n', 'data: x\n\nevent: done', '\u2028 "quoted" 🔔']
  run = async (write) => {
    for (const text of texts) void write(delta(0, text))
    await write(delta(1, 'x'.repeat(200_000)))
    void write(delta(2, 'the last'))
  }
  const response = await fetch(`${server.url}/stream`)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const heard: string[] = []
  for await (const frame of readStreamFrames(response))
    heard.push(frame.type === 'delta' ? frame.text.slice(0, 40) : frame.type)
  expect(heard).toEqual([...texts, 'x'.repeat(40), 'the last'])
})

it('V52: an error ends the stream with its code, and nothing of what it said', async () => {
  run = async () => {
    throw new Error('secret: the row of Marta at /srv/data')
  }
  const text = await (await fetch(`${server.url}/stream`)).text()
  expect(text).toBe('event: error\ndata: {"type":"error","code":"internal"}\n\n')
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain('secret')

  run = async () => {
    throw new AppError('rate_limited', 'Too often.')
  }
  expect(await (await fetch(`${server.url}/stream`)).text()).toContain('"code":"rate_limited"')
  expect(logged).toHaveLength(1)
})

it('tells the writer when the reader has gone, and writing on is harmless', async () => {
  const left = new Promise<WriteFrame>((resolve) => {
    run = (write, signal) =>
      new Promise((done) => {
        signal.addEventListener('abort', () => {
          resolve(write)
          done()
        })
        void write(delta(0, 'first'))
      })
  })
  const abort = new AbortController()
  const response = await fetch(`${server.url}/stream`, { signal: abort.signal })
  await response.body?.getReader().read()
  abort.abort()
  const write = await left
  await expect(write(delta(1, 'late'))).resolves.toBeUndefined()
})

it('a frame that comes after the end is dropped', async () => {
  let write: WriteFrame | undefined
  run = async (given) => {
    write = given
  }
  await (await fetch(`${server.url}/stream`)).text()
  await expect(write?.(delta(0, 'late'))).resolves.toBeUndefined()
})

it('V50: a reader that owes more than 1 MB is closed, which is one line in the log', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  logged.length = 0
  const over = new Promise<void>((resolve) => {
    run = async (write, signal) => {
      signal.addEventListener('abort', () => resolve())
      const text = 'x'.repeat(64 * 1024)
      // The sockets' own buffers take some megabytes before anything is owed.
      for (let i = 0; i < 2_000 && !signal.aborted; i++) {
        await write(delta(i, text))
        if (i % 10 === 0) await new Promise(setImmediate)
      }
      await new Promise(() => {})
    }
  })
  const closed = new Promise<Error>((resolve) => {
    const slow = request(`${server.url}/stream`, (response) => {
      response.pause().on('error', resolve)
      void over.then(() => response.resume())
    })
    slow.end()
  })
  expect(await closed).toMatchObject({ code: 'ECONNRESET' })
  expect(logged).toEqual([{ requestId: expect.any(String) }])
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
})

it('says something every 15 seconds, so that no proxy falls asleep', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let finish = () => {}
  run = (write) =>
    new Promise((resolve) => {
      finish = resolve
      void write(delta(0, 'begun'))
    })
  const response = await fetch(`${server.url}/stream`)
  vi.advanceTimersByTime(31_000)
  finish()
  const text = await response.text()
  expect(text.match(/^: awake$/gm)).toHaveLength(2)
  expect(vi.getTimerCount()).toBe(0)
})
