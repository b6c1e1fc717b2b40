import type { Language } from '../../protocol/language.ts'
import { splitSentences } from './split-sentences.ts'
import { termsOf } from './terms-of.ts'

/** The terms of each sentence of a text. */
export function sentenceTerms(text: string, language: Language): ReadonlySet<string>[] {
  return splitSentences(text, language).map((sentence) => termsOf(sentence, language))
}
