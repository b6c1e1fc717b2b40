import type { Language } from '../protocol/language.ts'

/** All that the first bundle says: what stands before the shop's name. */
export const CHAT_WITH: Record<Language, string> = {
  en: 'Chat with ',
  de: 'Chat mit ',
  fr: 'Discuter avec ',
  es: 'Chat con ',
}

/** The first wanted tag that the widget speaks, else the shop's language. */
export function chooseLanguage(wanted: (string | undefined)[], shop: Language): Language {
  return wanted.map((tag = '') => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? shop
}

function isLanguage(tag: string): tag is Language {
  return tag in CHAT_WITH
}
