import type { Clause } from './clauses-of.ts'
import { clauseBeginning, type Phrase, phraseEnds } from './phrase.ts'
import type { PhraseIndex } from './phrases/phrase-list.ts'

/** Where in a clause any of the phrases begins. */
export function phraseStarts(index: PhraseIndex, clause: Clause): number[] {
  return clause.flatMap((_, start) => {
    const found = phrasesAt(index, clause, start).some(
      (phrase) => phraseEnds(phrase, clause, start).length > 0,
    )
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
  return phrasesAt(index, clause, start).some((phrase) =>
    phraseEnds(phrase, clause, start).includes(end),
  )
}

function phrasesAt(index: PhraseIndex, clause: Clause, start: number): readonly Phrase[] {
  const [word = '', next = ''] = clause.slice(start, start + 2)
  if (word !== '^') return index.get(word) ?? []
  const known = index.get(clauseBeginning(next)) ?? []
  return [...known, ...(index.get(clauseBeginning('')) ?? [])]
}
