import * as v from 'valibot'

/** Every code that an HTTP reply, an `error` frame or the command line may carry. */
export const ErrorCode = v.picklist([
  'message_empty',
  'message_too_long',
  'message_malformed',
  'body_malformed',
  'body_too_large',
  'unauthenticated',
  'credentials_wrong',
  'link_not_valid',
  'origin_not_allowed',
  'forbidden',
  'not_found',
  'shop_not_found',
  'version_stale',
  'not_holder',
  'conversation_held',
  'rate_limited',
  'storage_full',
  'unavailable',
  'internal',
])
export type ErrorCode = v.InferOutput<typeof ErrorCode>

/** Why a question got no answer, in words that a shopper may see. */
export const AnswerFailureCode = v.picklist(['assistant_unavailable'])
export type AnswerFailureCode = v.InferOutput<typeof AnswerFailureCode>

/** The body of every refusal. Never an echo of the input, never a stack. */
export const ErrorBody = v.object({
  error: v.object({
    code: ErrorCode,
    message: v.string(),
    requestId: v.string(),
    details: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
  }),
})
export type ErrorBody = v.InferOutput<typeof ErrorBody>
