import type { Language } from '../../../protocol/language.ts'
import { sentences as de } from './de.ts'
import { sentences as en, type Sentences } from './en.ts'
import { sentences as es } from './es.ts'
import { sentences as fr } from './fr.ts'

const ALL: Record<Language, Sentences> = { en, de, fr, es }

export function sentencesFor(language: Language): Sentences {
  return ALL[language]
}
