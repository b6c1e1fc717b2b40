import type { Language } from '../../../protocol/language.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { PhraseList } from './phrase-list.ts'

export const PHRASES: Readonly<Record<Language, PhraseList>> = { en, de, fr, es }
