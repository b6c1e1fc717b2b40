import type { Clause } from './clauses-of.ts'

const SHORTEST_CORRECTED = 4
/** Below it only swapped neighbours and doubled letters are slips; a changed letter makes another word. */
const ANY_EDIT_FROM = 5

/** The clause with each slip replaced by the word of `vocabulary` that it is one edit away from. */
export function correctSpelling(
  clause: Clause,
  vocabulary: ReadonlySet<string>,
  otherWords: ReadonlySet<string>,
): Clause {
  return clause.map((word) => {
    if (word.length < SHORTEST_CORRECTED || vocabulary.has(word) || otherWords.has(word))
      return word
    for (const candidate of vocabulary) if (isSlip(word, candidate)) return candidate
    return word
  })
}

/** One letter changed, missing, too many, or two neighbours swapped. A first letter is seldom wrong. */
export function isSlip(word: string, meant: string): boolean {
  if (meant.length < SHORTEST_CORRECTED || Math.abs(word.length - meant.length) > 1) return false
  const from = firstDifference(word, meant)
  const swapped =
    word[from] === meant[from + 1] &&
    word[from + 1] === meant[from] &&
    word.slice(from + 2) === meant.slice(from + 2)
  if (swapped) return true
  if (from === 0) return false
  if (word.length > meant.length) {
    const doubled = word[from] === word[from - 1]
    return (doubled || meant.length >= ANY_EDIT_FROM) && word.slice(from + 1) === meant.slice(from)
  }
  if (meant.length < ANY_EDIT_FROM) return false
  return word.length < meant.length
    ? word.slice(from) === meant.slice(from + 1)
    : word.slice(from + 1) === meant.slice(from + 1)
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
