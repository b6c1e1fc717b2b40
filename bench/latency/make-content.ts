import type { Random } from '../../server/testing/chaos/random.ts'

const PASSAGES_A_FILE = 250
const WORDS = { vocabulary: 4000, a: 45 }
const SYLLABLES = ['ba', 'le', 'ron', 'ti', 'mus', 'ka', 'vel', 'dor', 'ni', 'sha', 'pe', 'lum']

export type Content = {
  files: { name: string; text: string }[]
  /** Questions whose answers are in the content. */
  questions: string[]
}

/** Passages of made-up words with the skew of a language: few words are everywhere, most are rare. */
export function makeContent(passages: number, random: Random): Content {
  const files: Content['files'] = []
  const questions: string[] = []
  for (let from = 0; from < passages; from += PASSAGES_A_FILE) {
    const count = Math.min(PASSAGES_A_FILE, passages - from)
    const sections = Array.from({ length: count }, (_, n) => {
      const words = Array.from({ length: WORDS.a }, () => word(random))
      const rare = [...words].sort((a, b) => b.length - a.length).slice(0, 4)
      questions.push(`What about the ${rare.join(' ')}?`)
      return `## ${words.slice(0, 2).join(' ')} ${from + n}\n\n${sentence(words)}\n`
    })
    files.push({ name: `part-${from}.md`, text: `# Part ${from}\n\n${sections.join('\n')}` })
  }
  return { files, questions }
}

/** The rarer a word, the longer: its number in base twelve, spoken. */
function word(random: Random): string {
  let rank = Math.floor(WORDS.vocabulary ** random.between(0, 1))
  let spoken = ''
  do {
    spoken += SYLLABLES[rank % SYLLABLES.length]
    rank = Math.floor(rank / SYLLABLES.length)
  } while (rank > 0)
  return spoken
}

function sentence(words: string[]): string {
  const half = Math.floor(words.length / 2)
  const text = (part: string[]) => `The ${part.join(' ')}.`
  return `${text(words.slice(0, half))} ${text(words.slice(half))}`
}
