/** Letters that NFKD leaves whole. */
const WHOLE: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const VULGAR_FRACTION = /(\d{0,6})\s?([¼½¾⅓⅔⅛⅜⅝⅞])/g
const VULGAR: Record<string, string> = {
  '¼': '25',
  '½': '5',
  '¾': '75',
  '⅓': '33',
  '⅔': '67',
  '⅛': '125',
  '⅜': '375',
  '⅝': '625',
  '⅞': '875',
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\u0000-\u007f]*$/

/** Lower case without diacritics; `15½` becomes `15.5`. What a shopper's and the shop's spelling have in common. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return text
    .replace(
      VULGAR_FRACTION,
      (_, whole: string, sign: string) => `${whole || '0'}.${VULGAR[sign] ?? ''}`,
    )
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => WHOLE[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'")
}
