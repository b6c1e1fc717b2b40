import type { Language } from '../../../protocol/language.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Sentences } from './sentences.ts'

const ALL: Readonly<Record<Language, Sentences>> = { en, de, fr, es }

/** The assistant's own sentences in a conversation's language. */
export function sentencesFor(language: Language): Sentences {
  return ALL[language]
}
