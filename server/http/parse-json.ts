import { AppError } from '../core/app-error.ts'

const DEPTH_LIMIT = 20

/** JSON as a value that is safe to look at: at most 20 levels deep, without a key that touches prototypes. */
export function parseJson(text: string): unknown {
  const value = parse(text)
  refuseHostile(value, 1)
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('body_malformed', 'The body is not valid JSON. Send one JSON object.')
  }
}

function refuseHostile(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > DEPTH_LIMIT) {
    throw new AppError('body_malformed', `The body is nested more than ${DEPTH_LIMIT} levels deep.`)
  }
  if (Object.hasOwn(value, '__proto__')) {
    throw new AppError('body_malformed', 'The body has a key that is not allowed.')
  }
  for (const child of Object.values(value)) refuseHostile(child, depth + 1)
}
