/** Why Claude did not write an answer that stands. For the log and for staff. */
export type ClaudeFailureReason =
  | 'below_threshold'
  | 'budget_spent'
  | 'first_word_timeout'
  | 'idle_timeout'
  | 'too_slow'
  | 'stream_cut'
  | 'overloaded'
  | 'rate_limited'
  | 'key_refused'
  | 'request_refused'
  | 'not_reached'
  | 'refusal'
  | 'answer_too_long'
  | 'empty_answer'
  | 'ungrounded_claim'
  | 'internal'

export class ClaudeFailure extends Error {
  override name = 'ClaudeFailure'
  readonly reason: ClaudeFailureReason

  constructor(reason: ClaudeFailureReason) {
    super(reason)
    this.reason = reason
  }
}

const BY_TYPE: Record<string, ClaudeFailureReason> = {
  overloaded_error: 'overloaded',
  rate_limit_error: 'rate_limited',
  authentication_error: 'key_refused',
  permission_error: 'key_refused',
  billing_error: 'key_refused',
  api_error: 'overloaded',
}
const BY_STATUS: Record<number, ClaudeFailureReason> = {
  401: 'key_refused',
  402: 'key_refused',
  403: 'key_refused',
  429: 'rate_limited',
  529: 'overloaded',
}

/**
 * Reads an error of the SDK by its fields: one that comes within a stream has a type and no status, one
 * before it the other way round, a cut socket has neither (`began` tells it from one that never opened).
 */
export function claudeFailure(error: unknown, began: boolean): ClaudeFailure {
  if (error instanceof ClaudeFailure) return error
  const { type, status } = fields(error)
  if (type !== undefined && BY_TYPE[type]) return new ClaudeFailure(BY_TYPE[type])
  if (status === undefined) return new ClaudeFailure(began ? 'stream_cut' : 'not_reached')
  return new ClaudeFailure(BY_STATUS[status] ?? (status < 500 ? 'request_refused' : 'overloaded'))
}

function fields(error: unknown): { type?: string; status?: number } {
  if (typeof error !== 'object' || error === null) return {}
  return {
    ...('type' in error && typeof error.type === 'string' && { type: error.type }),
    ...('status' in error && typeof error.status === 'number' && { status: error.status }),
  }
}
