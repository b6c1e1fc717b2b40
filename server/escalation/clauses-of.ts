/** The words of one clause between `^` and `$`, so that a phrase can ask for its beginning or end. */
export type Clause = readonly string[]

const WORD_OR_END = /[\p{L}\p{N}]+|[.!?,;:…\n()¿¡–—]+/gu
const WHOLE_LETTERS: Record<string, string> = { ß: 'ss', œ: 'oe', æ: 'ae' }

/**
 * Lower case, no accents, no apostrophes (`don't` is `dont`), drawn-out letters once, cut at punctuation.
 * Each step looks at a character a bounded number of times.
 */
export function clausesOf(text: string): Clause[] {
  const clauses: string[][] = []
  let words: string[] = []
  const close = () => {
    if (words.length > 0) clauses.push(['^', ...words, '$'])
    words = []
  }
  for (const [piece] of plain(text).matchAll(WORD_OR_END)) {
    if (/^[\p{L}\p{N}]/u.test(piece)) words.push(piece)
    else close()
  }
  close()
  return clauses
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘ʼ`´]/gu, '')
    .replace(/[ßœæ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .replace(/(\p{L})\1{2,}/gu, '$1')
}
