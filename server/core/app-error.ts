import type { ErrorCode } from '../../protocol/errors.ts'

const STATUS: Record<ErrorCode, number> = {
  message_empty: 400,
  message_too_long: 400,
  message_malformed: 400,
  body_malformed: 400,
  body_too_large: 413,
  unauthenticated: 401,
  credentials_wrong: 401,
  link_not_valid: 401,
  origin_not_allowed: 403,
  forbidden: 403,
  not_found: 404,
  shop_not_found: 404,
  version_stale: 409,
  not_holder: 409,
  conversation_held: 409,
  rate_limited: 429,
  storage_full: 503,
  unavailable: 503,
  internal: 500,
}

export type ErrorDetails = Record<string, string | number>

/** A refusal that the caller can act on: a code from the closed list and a sentence that says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined
  readonly status: number

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message)
    this.code = code
    this.details = details
    this.status = STATUS[code]
  }
}
