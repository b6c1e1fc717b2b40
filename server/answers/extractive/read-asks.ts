import { fold } from '../../search/fold.ts'
import type { Asked, AskWords } from './asks/ask-words.ts'

/** What a question asks of a piece, in its own order, and its words without those that ask it. */
export type ReadAsks = { asked: Asked[]; rest: string }

const ASKED: readonly Asked[] = [
  'availability',
  'heldUntil',
  'price',
  'size',
  'measurements',
  'fabric',
  'colour',
  'era',
  'maker',
  'condition',
  'care',
  'inseam',
  'outseam',
  'waist',
  'hip',
  'chest',
  'shoulder',
  'sleeve',
  'rise',
  'hem',
  'collar',
  'heel',
  'insole',
  'brim',
  'strap',
  'diameter',
  'weight',
  'length',
  'width',
  'height',
  'depth',
]
/** "How long are the sleeves?" asks for the sleeves, not for the length. */
const GENERAL: ReadonlySet<Asked> = new Set([
  'size',
  'measurements',
  'length',
  'width',
  'height',
  'depth',
])

export function isMeasure(asked: Asked): boolean {
  return ASKED.indexOf(asked) >= ASKED.indexOf('inseam')
}

export function isGeneral(asked: Asked): boolean {
  return GENERAL.has(asked)
}

/** Text as the patterns read it: folded, with single spaces, without the marks that open a Spanish question. */
export function plain(text: string): string {
  return fold(text)
    .replace(/[\s¿¡]+/g, ' ')
    .trim()
}

export function readAsks(text: string, words: AskWords): ReadAsks {
  const folded = plain(text)
  const found = ASKED.flatMap((asked) =>
    Array.from(folded.matchAll(words[asked]), (match) => ({
      asked,
      from: match.index,
      to: match.index + match[0].length,
    })),
  ).sort((a, b) => a.from - b.from)
  const isPart = found.some(({ asked }) => isMeasure(asked) && !isGeneral(asked))
  // "Will it fit a 32 waist" asks for both, the label and the waist.
  const isWanted = (one: Asked) => !isPart || one === 'size' || !isGeneral(one)
  const asked = found.map((one) => one.asked).filter(isWanted)
  let rest = folded
  for (const { from, to } of found) {
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  }
  return { asked: [...new Set(asked)], rest: rest.replace(/\s+/g, ' ').trim() }
}
