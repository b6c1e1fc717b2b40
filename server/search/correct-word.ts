import type { Corpus } from './corpus.ts'

const SHORTEST_CORRECTED = 5
const TWO_EDITS_FROM = 8

/** The content's own word that `word` is most likely a misspelling of. */
export function correctWord(corpus: Corpus, word: string): string | undefined {
  if (word.length < SHORTEST_CORRECTED || !/^[a-z]+$/.test(word)) return undefined
  const limit = word.length >= TWO_EDITS_FROM ? 2 : 1
  let best: { word: string; edits: number; count: number } | undefined
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const candidate of similarWords(corpus, word, length)) {
      const edits = editDistance(word, candidate, best?.edits ?? limit)
      const count = corpus.termCounts.get(candidate) ?? 0
      if (edits > limit) continue
      if (
        best === undefined ||
        edits < best.edits ||
        (edits === best.edits && count > best.count)
      ) {
        best = { word: candidate, edits, count }
      }
    }
  }
  return best?.word
}

/** Words that begin alike: a first letter is seldom mistyped, and "hire" must not become "fire". */
function similarWords(corpus: Corpus, word: string, length: number): readonly string[] {
  if (corpus.wordsByShape.size === 0) {
    for (const term of corpus.termCounts.keys()) {
      if (!/^[a-z]{4,}$/.test(term)) continue
      const words = corpus.wordsByShape.get(shape(term, term.length))
      if (words) words.push(term)
      else corpus.wordsByShape.set(shape(term, term.length), [term])
    }
  }
  return corpus.wordsByShape.get(shape(word, length)) ?? []
}

const shape = (word: string, length: number) => `${word.charAt(0)}${length}`

/** Insertions, deletions, substitutions and swaps of neighbours; anything above `limit` when it is more than that. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      )
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}
