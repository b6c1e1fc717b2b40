import type { Language } from '../language.ts'

const names = new Intl.DisplayNames('en', { type: 'language' })

/** In English: for the team, and for a model. */
export function languageName(language: Language): string {
  return names.of(language) ?? language
}
