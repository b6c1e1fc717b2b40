const SENTENCE =
  'The **jacket** is of fine cotton corduroy, fully lined, with two deep pockets and a darned cuff.[1] '
const SENTENCES_A_PARAGRAPH = 4
export const TOKEN_COUNT = 1200
export const TOKENS_PER_SECOND = 200

/** Words of a long answer in the markup that answers are written in, as a model streams them. */
export function answerTokens(): string[] {
  const words = SENTENCE.match(/\S+\s*/g) ?? []
  const paragraph = words.length * SENTENCES_A_PARAGRAPH
  return Array.from({ length: TOKEN_COUNT }, (_, index) => {
    const word = words[index % words.length] ?? ''
    return (index + 1) % paragraph === 0 ? `${word.trimEnd()}\n\n` : word
  })
}
