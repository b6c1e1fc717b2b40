import type { Context } from 'hono'
import * as v from 'valibot'
import { AppError } from '../core/app-error.ts'
import { parseJson } from './parse-json.ts'
import { readBody } from './read-body.ts'

type Schema = v.GenericSchema

/** The JSON body as `schema` types it; otherwise a refusal that names the field and never what stood in it. */
export async function readJson<S extends Schema>(c: Context, schema: S): Promise<v.InferOutput<S>> {
  return validated(schema, parseJson(await readBody(c.req.raw)), 'body')
}

export function readQuery<S extends Schema>(c: Context, schema: S): v.InferOutput<S> {
  return validated(schema, c.req.query(), 'query')
}

function validated<S extends Schema>(
  schema: S,
  input: unknown,
  place: 'body' | 'query',
): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return result.output
  throw refusal(result.issues, place)
}

function refusal(issues: v.BaseIssue<unknown>[], place: 'body' | 'query'): AppError {
  const [issue] = issues.flatMap(mostSpecific)
  if (!issue?.path) {
    return new AppError(
      'body_malformed',
      `The ${place} does not have the fields that are expected.`,
    )
  }
  // The last key of such a path is the caller's own, and is not echoed.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return new AppError('body_malformed', `The ${place} has a field that is not known here.`)
  }
  const field = issue.path.map(({ key }) => String(key)).join('.')
  const fault = issue.input === undefined ? 'is missing' : 'does not have the form that is expected'
  return new AppError('body_malformed', `The field "${field}" in the ${place} ${fault}.`, { field })
}

/** A union says only that no variant fits; what did not fit stands in the issues beneath it. */
function mostSpecific(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  if (issue.path || !issue.issues) return [issue]
  return [...issue.issues.flatMap(mostSpecific), issue]
}
