import { readClaims } from './read-claims.ts'

/**
 * The claims of `text` that stand in none of `sources`: money, percentages, dates, periods and codes
 * that an answer would promise on its own account.
 */
export function ungroundedClaims(text: string, sources: readonly string[]): string[] {
  const known = knownClaims(sources)
  return [...readClaims(text)].filter((claim) => !known.has(claim))
}

export function knownClaims(sources: readonly string[]): ReadonlySet<string> {
  return new Set(sources.flatMap((source) => [...readClaims(source)]))
}
