/** The token of a one-time link, from the fragment: `#link=<token>` or `#<token>`. Routes begin with `#/`. */
export function linkTokenOf(hash: string): string | null {
  return /^#(?:link=)?([A-Za-z0-9_-]{20,100})$/.exec(hash)?.[1] ?? null
}
