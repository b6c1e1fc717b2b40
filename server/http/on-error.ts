import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ErrorBody } from '../../protocol/errors.ts'
import { AppError } from '../core/app-error.ts'
import { describeError } from '../core/describe-error.ts'
import type { AppEnv } from './app-env.ts'
import { toAppError } from './to-app-error.ts'

/** The only place where an error becomes a reply. What is not a refusal is logged by its request id. */
export function onError(error: unknown, c: Context<AppEnv>): Response {
  const refusal = toAppError(error)
  const requestId = c.get('requestId')
  if (refusal.status >= 500) {
    c.get('platform').log.error('request.failed', { requestId, ...errorFields(error, refusal) })
  }
  const retryAfter = refusal.details?.retryAfterSeconds
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter))
  // The rest of such a body is not read: the connection cannot serve another request.
  if (refusal.code === 'body_too_large') c.header('connection', 'close')
  c.header('cache-control', 'no-store')
  const { code, message, details } = refusal
  const body: ErrorBody = { error: { code, message, requestId, ...(details && { details }) } }
  return c.json(body, statusOf(refusal))
}

export function onNotFound(c: Context<AppEnv>): Response {
  return onError(new AppError('not_found', 'There is nothing at this address.'), c)
}

function errorFields(error: unknown, refusal: AppError) {
  if (error === refusal) return { code: refusal.code }
  const { name, at } = describeError(error)
  return { code: refusal.code, error: name, at }
}

/** Hono wants the literal type of a status with a body; AppError's table holds only such. */
function statusOf(error: AppError): ContentfulStatusCode {
  return error.status as ContentfulStatusCode
}
