import { LANGUAGES, type Language } from '../../protocol/language.ts'
import { isFunctionWord } from './word-weights.ts'
import { wordsOf } from './words-of.ts'

/** Small words of one language that are words of their own in another, or the letter of a code. */
const TELL_NOTHING = new Set(
  'hat man war die am so was will bin also in an on a me no or son sur pour tu ni has he mine do to us it as at des se les is was era al si con sin mas ya e'.split(
    ' ',
  ),
)
const SAMPLE_LENGTH = 20_000

/** The language that a text's small words speak for; undefined where they speak for none. */
export function detectLanguage(text: string): Language | undefined {
  const telling = wordsOf(text.slice(0, SAMPLE_LENGTH)).filter((word) => !TELL_NOTHING.has(word))
  let best: Language | undefined
  let most = 0
  for (const language of LANGUAGES) {
    const count = telling.reduce((sum, word) => sum + shareOf(word, language), 0)
    if (count > most) {
      most = count
      best = language
    }
  }
  return best
}

/** A word that several languages have speaks for each of them less. */
function shareOf(word: string, language: Language): number {
  if (!isFunctionWord(word, language)) return 0
  return 1 / LANGUAGES.filter((other) => isFunctionWord(word, other)).length
}
