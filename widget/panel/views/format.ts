import type { Language } from '../../../protocol/language.ts'
import type { Texts } from '../languages/en.ts'

/** "Marta", "Marta and Tom", "Marta, Tom and Ines": first names as the team gave them. */
export function listNames(faces: readonly { name: string }[], texts: Texts): string {
  const names = faces.map((face) => face.name)
  const last = names.pop() ?? ''
  return names.length ? `${names.join(', ')} ${texts.and} ${last}` : last
}

/** `price` in units of `currency`; nothing when the shop gave no price. */
export function formatPrice(
  { price, currency }: { price?: number | undefined; currency?: string | undefined },
  locale: string,
): string {
  if (price === undefined) return ''
  if (!currency) return String(price)
  try {
    const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const
    return new Intl.NumberFormat(locale, options).format(price)
  } catch {
    // Not a currency that the browser knows: the shop's own letters will do.
    return `${price} ${currency}`
  }
}

/** A text that the shop gave in some languages: the first wanted one, else any. */
export function inLanguage(text: Partial<Record<Language, string>>, wanted: Language[]): string {
  return wanted.map((language) => text[language]).find(Boolean) ?? Object.values(text)[0] ?? ''
}
