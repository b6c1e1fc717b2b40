import type { Language } from '../../../protocol/language.ts'
import type { Texts } from './en.ts'

const LANGUAGE_FILES: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
}

/** One language's dictionary, a file of its own. */
export async function loadTexts(language: Language): Promise<Texts> {
  return (await LANGUAGE_FILES[language]()).texts
}
