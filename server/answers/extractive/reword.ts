import { LANGUAGES, type Language } from '../../../protocol/language.ts'
import { isKnownConcept, otherWordsFor } from '../../search/concepts.ts'
import type { Corpus } from '../../search/corpus.ts'
import { isFunctionWord } from '../../search/word-weights.ts'
import { wordsOf } from '../../search/words-of.ts'
import { REWORDINGS } from './asks/rewordings.ts'

/** Endings that a word may have beside the form that is known: "rote", "robes". */
const ENDINGS = ['es', 'en', 'er', 'em', 's', 'e', 'n']
const SHORTEST = 3

/** A question in the words that the content has for what it asks: search knows words, and few expressions. */
export function reword(corpus: Corpus, text: string, language: Language): string {
  const has = (said: string) =>
    wordsOf(said).every((word) => isSmall(word) || corpus.termCounts.has(word))
  const said = REWORDINGS.reduce((left, { asked, say }) => {
    const known = say.find(has)
    return known === undefined ? left : left.replace(asked, known)
  }, text)
  return said.replace(/\p{L}{4,}/gu, (word) => knownForm(corpus, word, language))
}

function isSmall(word: string): boolean {
  return LANGUAGES.some((language) => isFunctionWord(word, language))
}

/** An inflected word that neither the content nor the search knows, by the form that one of them does. */
function knownForm({ termCounts, languages }: Corpus, word: string, language: Language): string {
  const [folded = ''] = wordsOf(word)
  if (termCounts.has(folded) || isKnownConcept(folded, language)) return word
  for (const ending of ENDINGS) {
    if (!folded.endsWith(ending)) continue
    const form = folded.slice(0, -ending.length)
    if (form.length < SHORTEST || !isKnownConcept(form, language)) continue
    // "Rot" is also an English word: over content of another language, the content's own word is meant.
    if (languages.has(language)) return form
    return otherWordsFor(form, language).find((other) => termCounts.has(other)) ?? word
  }
  return word
}
