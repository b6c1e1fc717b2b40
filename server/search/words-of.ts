import { fold } from './fold.ts'

/** Ways to write a unit after a number, in the spelling that `fold` leaves. */
const UNITS: Record<string, string> = {
  in: 'in',
  inch: 'in',
  inches: 'in',
  zoll: 'in',
  pouces: 'in',
  pulgadas: 'in',
  '"': 'in',
  "''": 'in',
  '″': 'in',
  '”': 'in',
  ft: 'ft',
  feet: 'ft',
  foot: 'ft',
  "'": 'ft',
  cm: 'cm',
  centimetre: 'cm',
  centimetres: 'cm',
  centimeter: 'cm',
  centimeters: 'cm',
  zentimeter: 'cm',
  mm: 'mm',
  millimetres: 'mm',
  millimeters: 'mm',
  kg: 'kg',
  g: 'g',
  oz: 'oz',
  lb: 'lb',
  lbs: 'lb',
  l: 'l',
  litre: 'l',
  litres: 'l',
  ml: 'ml',
  w: 'w',
  watt: 'w',
  watts: 'w',
  v: 'v',
}
const UNIT_AFTER_NUMBER = /^[ \u00a0-]?([a-z]+|''|["'″”])(?![\p{L}\p{N}])/u
const PIECE = /\p{N}+(?:[.,/]\p{N}+)*[\p{L}\p{N}]*|\p{L}[\p{L}\p{N}]*(?:'\p{L}+)*/gu
const ASCII_PIECE = /[0-9]+(?:[.,/][0-9]+)*[a-z0-9]*|[a-z][a-z0-9]*(?:'[a-z]+)*/g
const NUMBER_FIRST = /^([\p{N}.,/]*\p{N})(.*)$/su
const LONGEST_WORD = 40

/**
 * The words of a text as search sees them, in order: folded, possessives and elisions off, `36 in.` as
 * `36in` and `36`, hyphened words also joined. The same for content and for questions.
 */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  const words: string[] = []
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  const ascii = /^[\u0000-\u007f]*$/.test(folded)
  const piece = new RegExp(ascii ? ASCII_PIECE : PIECE)
  let joined = ''
  let end = -1
  for (let match = piece.exec(folded); match !== null; match = piece.exec(folded)) {
    const found = match[0]
    const hyphened = match.index === end + 1 && folded[end] === '-'
    joined = hyphened && joined.length <= LONGEST_WORD ? joined + found : found
    // `MRL-0412` and `t-shirt`, not the range `36-38`.
    if (hyphened && /[^0-9]/.test(joined)) words.push(joined)
    end = match.index + found.length
    if (isDigit(found)) {
      piece.lastIndex += pushNumber(words, found, folded.slice(end, end + 14))
    } else {
      words.push(found.includes("'") ? withoutApostrophes(found) : found)
    }
  }
  return words.filter((word) => word !== '' && word.length <= LONGEST_WORD)
}

function isDigit(text: string): boolean {
  const code = text.charCodeAt(0)
  return code < 0x80 ? code <= 0x39 : /^\p{N}/u.test(text)
}

/** Returns how many characters of what follows are the number's unit. */
function pushNumber(words: string[], piece: string, after: string): number {
  const [, written = '', suffix = ''] = NUMBER_FIRST.exec(piece) ?? []
  const number = plainNumber(written)
  if (suffix === '') {
    const [consumed = '', spelled = ''] = UNIT_AFTER_NUMBER.exec(after) ?? []
    const unit = UNITS[spelled]
    if (unit !== undefined) words.push(number + unit)
    words.push(number)
    return unit === undefined ? 0 : consumed.length
  }
  const by = /^x(\d.*)$/s.exec(suffix)?.[1]
  if (by !== undefined) {
    words.push(number)
    return pushNumber(words, by, after)
  }
  words.push(number + (UNITS[suffix] ?? suffix))
  if (suffix !== 's') words.push(number)
  return 0
}

/** `1,234.50` and `1234,5` are the number 1234.5; `5/8` stays. */
function plainNumber(text: string): string {
  const grouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
  const plain = grouped ? text.replaceAll(',', '') : text.replace(',', '.')
  return /^\d+\.\d+$/.test(plain) ? plain.replace(/\.?0+$/, '') : plain
}

/** `shoe's` → shoe, `don't` → dont, `l'ourlet` → ourlet. */
function withoutApostrophes(word: string): string {
  const [head = '', ...tail] = word.split("'")
  const last = tail.at(-1)
  if (last === undefined) return head
  if (last === 't') return word.replaceAll("'", '')
  if (head.length <= 2 && last.length > 2) return tail.join('')
  return ['s', 'll', 're', 've', 'd', 'm'].includes(last) ? head : word.replaceAll("'", '')
}
