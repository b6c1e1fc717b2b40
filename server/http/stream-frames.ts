import type { Context } from 'hono'
import type { StreamFrame } from '../../protocol/frames.ts'
import type { AppEnv } from './app-env.ts'
import { toAppError } from './to-app-error.ts'

const KEEP_AWAKE_EVERY_MS = 15_000
/** A reader that owes more than this is closed; it comes back and fetches what it missed. */
const OWED_LIMIT_BYTES = 1024 * 1024

export type WriteFrame = (frame: StreamFrame) => Promise<void>

/**
 * Answers with what `run` writes, as server-sent events. Ends when `run` settles; an error becomes one
 * `error` frame that carries its code and nothing else. `signal` aborts when nobody reads any more:
 * writing on is harmless and goes nowhere.
 */
export function streamFrames<E extends AppEnv>(
  c: Context<E>,
  run: (write: WriteFrame, signal: AbortSignal) => Promise<void>,
): Response {
  const over = new AbortController()
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = sender(controller, over, () => tooSlow(c))
        const keepAwake = setInterval(() => send(': awake\n\n'), KEEP_AWAKE_EVERY_MS)
        over.signal.addEventListener('abort', () => clearInterval(keepAwake))
        const write: WriteFrame = async (frame) => send(eventOf(frame))
        void run(write, over.signal)
          .catch((error) => write({ type: 'error', code: reported(c, error) }))
          .then(() => {
            if (over.signal.aborted) return
            controller.close()
            over.abort()
          })
      },
      cancel: () => over.abort(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: OWED_LIMIT_BYTES }),
  )
  c.req.raw.signal.addEventListener('abort', () => over.abort())
  c.header('content-type', 'text/event-stream; charset=utf-8')
  c.header('cache-control', 'no-store')
  c.header('x-accel-buffering', 'no')
  return c.body(body)
}

/** Puts text in line for the reader; the line keeps its order and is emptied before the stream closes. */
function sender(
  controller: ReadableStreamDefaultController<Uint8Array>,
  over: AbortController,
  onTooSlow: () => void,
) {
  const encoder = new TextEncoder()
  return (text: string) => {
    if (over.signal.aborted) return
    controller.enqueue(encoder.encode(text))
    if ((controller.desiredSize ?? 0) > 0) return
    over.abort()
    controller.close()
    onTooSlow()
  }
}

/** JSON holds no raw line break, so that one `data` line is enough. */
function eventOf(frame: StreamFrame): string {
  return `event: ${frame.type}\ndata: ${JSON.stringify(frame)}\n\n`
}

/** What the reader owes goes with its connection. An error on the stream would be printed by what serves it. */
function tooSlow<E extends AppEnv>(c: Context<E>): void {
  c.get('platform').log.warn('stream.reader_too_slow', { requestId: c.get('requestId') })
  c.get('platform').hangUp(c.req.raw)
}

function reported<E extends AppEnv>(c: Context<E>, error: unknown) {
  const { code, status } = toAppError(error)
  if (status >= 500) {
    c.get('platform').log.error('stream.failed', { requestId: c.get('requestId'), code })
  }
  return code
}
