import type { Language } from '../../protocol/language.ts'

const REGION: Record<Language, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' }

/** Making one takes longer than writing a hundred prices with it. */
const formats = new Map<string, Intl.NumberFormat>()
const FORMATS_KEPT = 200

/** A price as it is written in a language; whole amounts without decimals. */
export function formatPrice(
  price: number,
  currency: string | undefined,
  language: Language,
): string {
  return formatFor(currency, language, Number.isInteger(price) ? 0 : 2).format(price)
}

function formatFor(currency: string | undefined, language: Language, decimals: number) {
  const key = `${language} ${currency} ${decimals}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(REGION[language], {
    ...(currency !== undefined && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  if (formats.size >= FORMATS_KEPT) formats.clear()
  formats.set(key, made)
  return made
}
