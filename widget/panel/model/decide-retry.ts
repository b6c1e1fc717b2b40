import type { ErrorCode } from '../../../protocol/errors.ts'
import { ApiError } from './api-client.ts'

export type RetryDecision =
  | { kind: 'later'; afterMs: number; reason: 'no_connection' | 'too_fast' }
  /** The server does not know this visitor or conversation any more: begin a new one with the same text. */
  | { kind: 'anew' }
  | { kind: 'refused'; code: ErrorCode }

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15_000
const RATE_WAIT_MS = 5_000

/**
 * What to do with a text that did not go. It is never thrown away. `hasConversation` says that the
 * server knew this visitor once: without, a second new beginning would fail like the first.
 */
export function decideRetry(
  error: unknown,
  failures: number,
  hasConversation: boolean,
): RetryDecision {
  const refusal = error instanceof ApiError ? error : new ApiError(0, 'internal')
  const { status, code, retryAfterMs } = refusal
  if (status === 429) return later('too_fast', retryAfterMs ?? RATE_WAIT_MS)
  if (isLost(refusal) && hasConversation) return { kind: 'anew' }
  if (!isUnreachable(refusal)) return { kind: 'refused', code }
  return later(
    'no_connection',
    retryAfterMs ?? Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS),
  )
}

function later(reason: 'no_connection' | 'too_fast', afterMs: number): RetryDecision {
  return { kind: 'later', reason, afterMs }
}

/** The server does not know this visitor or this conversation any more. */
export function isLost({ status, code }: ApiError): boolean {
  return status === 401 || code === 'not_found'
}

/** No way to the server, or it is not itself. */
export function isUnreachable({ status }: ApiError): boolean {
  return status === 0 || status >= 500
}
