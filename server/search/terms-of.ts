import type { Language } from '../../protocol/language.ts'
import { isKnownConcept } from './concepts.ts'
import { splitCompound } from './split-compound.ts'
import { stem } from './stem.ts'
import { wordsOf } from './words-of.ts'

/** A stem as a term of the index: marked, so that it is never taken for a word of the content. */
export function stemTerm(word: string, language: Language): string {
  return `~${stem(word, language)}`
}

/** The words of content, a German compound also as its parts where both are words of a shop. */
export function contentWords(text: string, language: Language): string[] {
  const words = wordsOf(text)
  if (language !== 'de') return words
  const isKnown = (part: string) => isKnownConcept(part, 'de')
  return words.flatMap((word) => [word, ...(splitCompound(word, isKnown) ?? [])])
}

/** The terms of a piece of content, as a plan's alternatives name them. */
export function termsOf(text: string, language: Language): ReadonlySet<string> {
  return new Set(contentWords(text, language).flatMap((word) => [word, stemTerm(word, language)]))
}
