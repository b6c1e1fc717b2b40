import type { Language } from '../../protocol/language.ts'
import { stemTerm } from './index-terms.ts'
import { splitSentences } from './split-sentences.ts'
import { wordsOf } from './words-of.ts'

/** The terms of each sentence, as a plan's alternatives name them. */
export function sentenceTerms(text: string, language: Language): ReadonlySet<string>[] {
  return splitSentences(text, language).map((sentence) => termsOfSentence(sentence, language))
}

export function termsOfSentence(sentence: string, language: Language): ReadonlySet<string> {
  return new Set(wordsOf(sentence).flatMap((word) => [word, stemTerm(word, language)]))
}
