import type { Language } from '../../protocol/language.ts'

const segmenters = new Map<Language, Intl.Segmenter>()
/** Ends that are no end: the next segment belongs to the same sentence. */
const ABBREVIATION =
  /(?:^|[\s(“"])(?:c|ca|approx|e\.g|i\.e|no|nr|st|mr|mrs|dr|z\.\s?b|d\.\s?h|bzw|env|p\.\s?ej|aprox)\.\s*$/i

/** "R. Tapper", and not "9 V." */
const INITIAL = /(?:^|(?<!\p{N})[\s(“"])\p{Lu}\.\s*$/u

/** The sentences of a text, each an exact slice of it without the space around. A line break ends one too. */
export function splitSentences(text: string, language: Language): string[] {
  const sentences: string[] = []
  for (const line of text.split('\n')) {
    let open = ''
    for (const { segment } of segmenterFor(language).segment(line)) {
      open += segment
      if (ABBREVIATION.test(open) || INITIAL.test(open)) continue
      if (open.trim() !== '') sentences.push(open.trim())
      open = ''
    }
    if (open.trim() !== '') sentences.push(open.trim())
  }
  return sentences
}

function segmenterFor(language: Language): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}
