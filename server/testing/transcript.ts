import * as v from 'valibot'
import type { StreamFrame } from '../../protocol/frames.ts'
import { readStreamFrames } from './chaos/clients/read-stream-frames.ts'

type Heard = { request: string; status?: number; heard?: unknown }
export type Request = {
  body?: unknown
  headers?: Record<string, string>
  /** What the reply must be; a refusal is compared as it is. */
  schema?: v.GenericSchema
}

/** What a story asks of a server, and all that it was answered. */
export type Transcript = {
  /** In the order of the requests, without what differs from run to run. */
  lines(): unknown
  /** Sends, writes down, and gives the reply's body as it came. */
  call(method: string, path: string, request?: Request): Promise<unknown>
  /** Posts a message whose reply streams. `opened` and `text` settle with the first frame and the first text of it. */
  stream(path: string, request: Request): Record<'opened' | 'text' | 'done', Promise<void>>
}

export function startTranscript(base: string): Transcript {
  const lines: Heard[] = []

  async function send(method: string, path: string, { body, headers }: Request) {
    const line: Heard = { request: `${method} ${path}` }
    lines.push(line)
    const response = await fetch(base + path, {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    line.status = response.status
    return { line, response }
  }

  async function stream(path: string, request: Request, told: (type: string) => void) {
    const headers = { ...request.headers, accept: 'text/event-stream' }
    const { line, response } = await send('POST', path, { ...request, headers })
    const frames: StreamFrame[] = []
    line.heard = frames
    for await (const frame of readStreamFrames(response)) {
      told(frame.type)
      pushJoined(frames, frame)
    }
  }

  return {
    lines: () => withIdNames(lasting(lines)),
    async call(method, path, request = {}) {
      const { line, response } = await send(method, path, request)
      const text = await response.text()
      line.heard = text === '' ? null : JSON.parse(text)
      if (request.schema && response.ok) v.parse(request.schema, line.heard)
      return line.heard
    },
    stream(path, request) {
      const told: Record<string, () => void> = {}
      const first = (type: string) =>
        new Promise<void>((resolve) => {
          told[type] = resolve
        })
      const [opened, text] = [first('open'), first('delta')]
      return { opened, text, done: stream(path, request, (type) => told[type]?.()) }
    },
  }
}

/** How a text was cut into pieces is nobody's promise. */
function pushJoined(frames: StreamFrame[], frame: StreamFrame): void {
  const last = frames.at(-1)
  if (frame.type === 'delta' && last?.type === 'delta' && last.messageId === frame.messageId)
    frames[frames.length - 1] = { ...last, text: last.text + frame.text }
  else frames.push(frame)
}

const FLEETING = /^(serverNow|requestId|token|host|visitorLabel|evidence|.*At)$/

/** Without times, tokens and addresses, and without what a refusal says in words. */
function lasting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lasting)
  if (typeof value !== 'object' || value === null) return value
  const isRefusal = 'requestId' in value
  const isFormless = 'code' in value && value.code === 'body_malformed'
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !FLEETING.test(key))
      .filter(([key]) => !(isRefusal && key === 'message') && !(isFormless && key === 'details'))
      // Whose it is matters, not how it was spelled.
      .map(([key, inner]) => [key, key === 'clientId' ? 'given' : lasting(inner)]),
  )
}

/** Ids by the order in which they are met: `cnv 1`. */
function withIdNames(value: unknown): unknown {
  const names = new Map<string, string>()
  const counts: Record<string, number> = {}
  const named = JSON.stringify(value).replace(
    /\b([a-z]{3})_[0-9a-z]{26}\b/g,
    (id, prefix: string) => {
      const known = names.get(id)
      if (known) return known
      counts[prefix] = (counts[prefix] ?? 0) + 1
      const name = `${prefix} ${counts[prefix]}`
      names.set(id, name)
      return name
    },
  )
  return JSON.parse(named)
}
