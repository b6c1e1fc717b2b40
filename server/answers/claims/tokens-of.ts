const TOKEN =
  /(?<![\p{L}\p{N}])\p{L}{2,10}-?\p{N}{2,6}(?![\p{L}\p{N}])|\p{N}+(?:[.,']\p{N}+)*|\p{L}+|[^\s\p{L}\p{N}]/gu
/** French for "very", which without its accent is a Spanish three. */
const VERY = /(?<!\p{L})tr\u00e8s(?!\p{L})/giu
const SPACED_THOUSANDS = /(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/g
const SHORT_DAYS = /(\d) ?d(?![\p{L}\p{N}'])/gu

/** Words, figures and single other characters of a text, as anybody would write them: no accents, lower case, 0–9. */
export function tokensOf(text: string): string[] {
  return plainText(text).toLowerCase().replace(SHORT_DAYS, '$1 days').match(TOKEN) ?? []
}

/** Without accents, emphasis and what nobody sees; digits of any script as 0–9. */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(VERY, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}*_]/gu, '')
    .replace(/’/g, "'")
    .replace(/\u2044/g, '/')
    .replace(/(?!\d)\p{Nd}/gu, digitOf)
    .replace(SPACED_THOUSANDS, (figures) => figures.replaceAll(' ', ''))
}

/** The digits of a script stand side by side, from zero up. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
