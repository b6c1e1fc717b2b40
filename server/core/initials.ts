const LETTER = /[\p{L}\p{N}]/u

/** One or two letters for a face without a picture: of the first and the last word that have one. */
export function initials(name: string): string {
  const letters = name.split(/\s+/u).flatMap((word) => LETTER.exec(word)?.[0] ?? [])
  const first = letters.at(0) ?? Array.from(name.trim()).at(0) ?? ''
  const last = letters.length > 1 ? letters.at(-1) : ''
  return `${first}${last}`.toUpperCase()
}
