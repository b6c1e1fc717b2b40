import type { AskWords } from './asks/ask-words.ts'
import { plain } from './read-asks.ts'

const MOST_PARTS = 3
const SENTENCE_END = /(?<=[?!.;])\s+|\n+/u

/** A part of a message. What is no question is passed over where another part is one. */
export type QuestionPart = { text: string; isQuestion: boolean }

/** The questions in a message: its sentences, and what "and" joins where a second question begins. */
export function splitQuestion(text: string, words: AskWords): QuestionPart[] {
  const parts = text.split(SENTENCE_END).flatMap((sentence) => splitJoined(sentence, words))
  const asked = parts
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .map((part) => ({
      text: part,
      isQuestion: part.includes('?') || words.opening.test(plain(part)),
    }))
  if (
    asked.length < 2 ||
    asked.length > MOST_PARTS ||
    !asked.some(({ isQuestion }) => isQuestion)
  ) {
    return [{ text, isQuestion: true }]
  }
  return asked
}

function splitJoined(sentence: string, words: AskWords): string[] {
  const joining = new RegExp(words.joining.source, 'iu')
  for (let from = 0; from < sentence.length; ) {
    const match = joining.exec(sentence.slice(from))
    if (match === null) break
    const at = from + match.index
    const before = sentence.slice(0, at)
    const after = sentence.slice(at + match[0].length)
    if (words.opening.test(plain(after)) && plain(before).split(' ').length >= 2) {
      return [before, ...splitJoined(after, words)]
    }
    from = at + match[0].length
  }
  return [sentence]
}
