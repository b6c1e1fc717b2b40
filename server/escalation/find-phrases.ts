import type { Clause } from './clauses-of.ts'
import { phraseEnds } from './phrase.ts'
import type { PhraseIndex } from './phrases/phrase-list.ts'

/** Where in a clause any of the phrases begins. */
export function phraseStarts(index: PhraseIndex, clause: Clause): number[] {
  return clause.flatMap((word, start) => {
    const found = index.get(word)?.some((phrase) => phraseEnds(phrase, clause, start).length > 0)
    return found ? [start] : []
  })
}

/** Whether one of the phrases is the whole clause. */
export function isPhrase(index: PhraseIndex, clause: Clause): boolean {
  return endsPhraseAt(index, clause, 0, clause.length)
}

/** Whether one of the phrases reaches from `start` to exactly `end`. */
export function endsPhraseAt(
  index: PhraseIndex,
  clause: Clause,
  start: number,
  end: number,
): boolean {
  const phrases = index.get(clause[start] ?? '') ?? []
  return phrases.some((phrase) => phraseEnds(phrase, clause, start).includes(end))
}
