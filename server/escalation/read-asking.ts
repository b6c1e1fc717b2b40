import type { Language } from '../../protocol/language.ts'
import { LANGUAGES } from '../../protocol/language.ts'
import { type Clause, clausesOf } from './clauses-of.ts'
import { correctSpelling } from './correct-spelling.ts'
import { endsPhraseAt, isPhrase, phraseStarts } from './find-phrases.ts'
import { PHRASES } from './phrases/all-phrases.ts'
import type { PhraseIndex, PhraseList } from './phrases/phrase-list.ts'

/** What one language's phrases make of a message. */
export type Reading = {
  asks: boolean
  /** Speaks of getting a person, and does not want one. */
  refuses: boolean
  asksWhether: boolean
  declines: boolean
}

const LONGEST_LEAD_WORDS = 8

/**
 * Reads a message by the phrases of each language, the conversation's own first. Only in that one are
 * slips of the finger forgiven: in another, a word counts when it is spelled as it should be.
 */
export function readAsking(text: string, language: Language): Reading[] {
  const clauses = clausesOf(text)
  const others = LANGUAGES.filter((other) => other !== language)
  return [
    readIn(PHRASES[language], clauses, true),
    ...others.map((o) => readIn(PHRASES[o], clauses, false)),
  ]
}

function readIn(list: PhraseList, written: Clause[], forgiving: boolean): Reading {
  const clauses = forgiving
    ? written.map((clause) => correctSpelling(clause, list.vocabulary, list.notMisspelt))
    : written
  const alone = isPhrase(list.asksAlone, withoutPoliteWords(list, clauses.flat()))
  const found = clauses.flatMap((clause) =>
    phraseStarts(list.asks, clause).map((start) => askAt(list, clause, start)),
  )
  return {
    asks: alone || found.includes('wish'),
    refuses: found.includes('refusal'),
    asksWhether: clauses.some((clause) => phraseStarts(list.asksWhether, clause).length > 0),
    declines: isDecline(list, clauses),
  }
}

/** What an ask comes to with the words that lead up to it. */
function askAt(list: PhraseList, clause: Clause, start: number): 'wish' | 'refusal' | 'mention' {
  const from = Math.max(0, start - LONGEST_LEAD_WORDS)
  const leads = (index: PhraseIndex) =>
    clause.slice(from, start).some((_, at) => endsPhraseAt(index, clause, from + at, start))
  if (leads(list.refuses)) return 'refusal'
  return leads(list.mentions) ? 'mention' : 'wish'
}

/** Only the first clause that says something counts: a "no" further back is no answer to an offer. */
function isDecline(list: PhraseList, clauses: Clause[]): boolean {
  const said = clauses.find((clause) => withoutPoliteWords(list, clause).length > 2)
  if (!said) return false
  const from = said.findIndex((word) => word !== '^' && !list.polite.has(word))
  return isPhrase(list.declines, said) || isPhrase(list.declines, ['^', ...said.slice(from)])
}

/** The words that say something, each of a row of repeats once, between `^` and `$`. */
function withoutPoliteWords(list: PhraseList, words: Clause): Clause {
  const telling = words.filter((word) => word !== '^' && word !== '$' && !list.polite.has(word))
  return ['^', ...telling.filter((word, at) => word !== telling[at - 1]), '$']
}
