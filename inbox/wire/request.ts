import type { ErrorBody, ErrorCode } from '../../protocol/errors.ts'

const TIMEOUT_MS = 15_000

/** `offline`: no answer came at all, so nobody knows whether the command was taken. */
export type Refusal = {
  ok: false
  code: ErrorCode | 'offline'
  message: string
  details: Record<string, string | number>
}
export type Outcome<T> = { ok: true; value: T } | Refusal

/** Told of every exchange, so that one place knows of lost connections and ended sessions. */
export type ExchangeWatcher = { reached(): void; unreached(): void; unauthenticated(): void }

/** A request to our own server under `base`. Never throws: a refusal is a value. */
export function createRequest(base: string, watcher: ExchangeWatcher) {
  return async <T>(method: string, path: string, body?: object): Promise<Outcome<T>> => {
    let response: Response
    let text: string
    try {
      response = await fetch(base + path, {
        method,
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      })
      text = await response.text()
    } catch {
      watcher.unreached()
      return offline
    }
    watcher.reached()
    if (response.ok) return { ok: true, value: fromOurServer<T>(text ? JSON.parse(text) : null) }
    const refusal = readRefusal(text)
    if (refusal.code === 'unauthenticated') watcher.unauthenticated()
    return refusal
  }
}

const offline: Refusal = {
  ok: false,
  code: 'offline',
  message: 'No connection. Try again.',
  details: {},
}

function readRefusal(text: string): Refusal {
  try {
    const { error } = fromOurServer<ErrorBody>(JSON.parse(text))
    return { ok: false, code: error.code, message: error.message, details: error.details ?? {} }
  } catch {
    // A proxy answered in the server's place.
    return { ...offline, code: 'unavailable', message: 'The server is not answering. Try again.' }
  }
}

/** The server checks what it stores and sends by the schemas of `protocol`, and the page comes from that same server. */
function fromOurServer<T>(value: unknown): T {
  return value as T
}
