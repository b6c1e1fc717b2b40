import * as v from 'valibot'
import { AppError } from '../core/app-error.ts'

/** What was sent to a scripted server as `schema` types it, or the server's own refusal. */
export function valid<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input)
  if (!parsed.success) throw new AppError('body_malformed', 'This has another form.')
  return parsed.output
}
