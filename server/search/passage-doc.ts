import type { Language } from '../../protocol/language.ts'
import type { IndexFields } from './index-fields.ts'
import { sentenceTerms } from './sentence-terms.ts'
import { contentWords, stemTerm } from './terms-of.ts'
import { wordWeight } from './word-weights.ts'

/** A passage as it is scored in memory. */
export type PassageDoc = {
  /** Per term, how often it stands there: each field's count weighted and measured by the field's length. */
  frequencies: ReadonlyMap<string, number>
  /** Terms of title, head and category: what the passage is about. */
  strongTerms: ReadonlySet<string>
  headTerms: ReadonlySet<string>
  /** Stems of the head's telling words: what it is about besides what was asked. */
  headSubjects: readonly string[]
  /** Stems of title and body in order, for what stands side by side. */
  sequence: readonly string[]
  /** The terms of each sentence of the text. Worked out when first read. */
  readonly sentences: readonly ReadonlySet<string>[]
}

/** Weight, a usual length in words, and how much a longer field counts less; from the search bench. */
const FIELDS: Record<keyof IndexFields, { weight: number; usual: number; slope: number }> = {
  title: { weight: 4, usual: 8, slope: 0.3 },
  head: { weight: 2, usual: 2, slope: 0 },
  category: { weight: 2, usual: 2, slope: 0 },
  attributes: { weight: 0.7, usual: 30, slope: 0.5 },
  body: { weight: 1, usual: 60, slope: 0.5 },
}

/** `text` is the passage as it stands, `fields` as the index takes it. */
export function passageDoc(fields: IndexFields, text: string, language: Language): PassageDoc {
  const frequencies = new Map<string, number>()
  const strongTerms = new Set<string>()
  const headTerms = new Set<string>()
  const headSubjects: string[] = []
  const sequence: string[] = []
  for (const field of fieldNames) {
    const { weight, usual, slope } = FIELDS[field]
    const words = contentWords(fields[field], language)
    const share = weight / (1 - slope + slope * (words.length / usual))
    for (const word of words) {
      const stemmed = stemTerm(word, language)
      // A word that is its own stem needs no entry of its own.
      for (const term of stemmed === `~${word}` ? [stemmed] : [word, stemmed]) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + share)
        if (field === 'title' || field === 'head' || field === 'category') strongTerms.add(term)
        if (field === 'head') headTerms.add(term)
      }
      if (field === 'head' && wordWeight(word, language) === 1) headSubjects.push(stemmed)
      if (field === 'title' || field === 'body') sequence.push(stemmed)
    }
  }
  let sentences: ReadonlySet<string>[] | undefined
  return {
    frequencies,
    strongTerms,
    headTerms,
    headSubjects,
    sequence,
    get sentences() {
      sentences ??= sentenceTerms(text, language)
      return sentences
    },
  }
}

const fieldNames: readonly (keyof IndexFields)[] = [
  'title',
  'head',
  'category',
  'attributes',
  'body',
]
