import { readClaims } from './read-claims.ts'
import { knownPromises, readPromises } from './read-promises.ts'

/**
 * The claims of `text` that stand in none of `sources`: money, percentages, dates, periods and codes
 * that an answer would promise on its own account.
 */
export function ungroundedClaims(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap((source) => [...readClaims(source)]))
  return [...readClaims(text)].filter((claim) => !known.has(claim))
}

/** As `ungroundedClaims`, of all that a model may not promise: every number, and words that give something. */
export function ungroundedPromises(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap((source) => [...knownPromises(source)]))
  return [...readPromises(text)].filter((claim) => !known.has(claim))
}
