import type { Language } from '../../protocol/language.ts'

const REGION: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' }

/** A price as it is written in a language; whole amounts without decimals. */
export function formatPrice(
  price: number,
  currency: string | undefined,
  language: Language,
): string {
  const decimals = Number.isInteger(price) ? 0 : 2
  return new Intl.NumberFormat(REGION[language], {
    ...(currency !== undefined && { style: 'currency', currency }),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(price)
}
