import { LANGUAGES, type Language } from '../../../../protocol/language.ts'
import { detectLanguage } from '../../../search/detect-language.ts'
import type { AskWords } from './ask-words.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

const ALL: Readonly<Record<Language, AskWords>> = { en, de, fr, es }

/** The words that a message is read by: of the language it seems to be in, else of the conversation's. */
export function askWordsFor(text: string, language: Language): AskWords {
  return ALL[detectLanguage(text) ?? language]
}

/** Of every language: a row may be in another one than the question. */
export const ALL_ASK_WORDS: readonly AskWords[] = LANGUAGES.map((language) => ALL[language])
