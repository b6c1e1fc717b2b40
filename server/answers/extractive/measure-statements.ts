import type { Language } from '../../../protocol/language.ts'
import { itemLine } from '../../content/item-passage.ts'
import { attributeKind } from '../../search/attribute-kind.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { aroundOf } from './around.ts'
import type { Asked } from './asks/ask-words.ts'
import { ALL_ASK_WORDS } from './asks/words-for.ts'
import type { Statement } from './draft.ts'
import { attributesOf, fromRow, oneLine } from './from-row.ts'
import { converted } from './length-unit.ts'
import { isGeneral, plain } from './read-asks.ts'
import type { Reading } from './reading.ts'
import type { ItemWithPassage } from './store.ts'

/** A measurement of a row: what is shown of it, and the slice of the passage that says so. */
type Piece = { text: string; quote: string }

/** What a row gives for a measure; for a general ask that it has no name for, all its measurements. */
export function measureStatements(
  found: ItemWithPassage,
  asked: Asked,
  { language, unit }: Pick<Reading, 'language' | 'unit'>,
): Statement[] {
  const own = sentencesFor(language)
  const shown = (text: string) =>
    unit === undefined ? text : converted(text, unit, (amount) => own.aboutLength(amount, unit))
  const pieces = measurementsOf(found)
  const wanted = asked === 'measurements' ? [] : pieces.filter(({ text }) => names(asked, text))
  if (wanted.length > 0) {
    return wanted.map(({ text, quote }) =>
      fromRow(found, own.measured(shown(text), aroundOf(asked, text)), quote),
    )
  }
  if (asked === 'measurements' || isGeneral(asked)) {
    const [listed] = attributesOf(found, 'measurements')
    const all = listed
      ? { text: listed.value, quote: listed.value }
      : { text: pieces.map(({ text }) => text).join('; '), quote: pieces[0]?.quote ?? '' }
    return all.text === ''
      ? []
      : [fromRow(found, own.measured(shown(oneLine(all.text))), all.quote)]
  }
  return proseOf(found, language)
    .filter((sentence) => names(asked, sentence) && /\p{N}/u.test(sentence))
    .slice(0, 1)
    .map((sentence) => fromRow(found, own.notesSay(shown(oneLine(sentence))), sentence))
}

/** The parts of a column of measurements, and each column that is named after a measure. */
function measurementsOf(found: ItemWithPassage): Piece[] {
  const listed = attributesOf(found, 'measurements').flatMap(({ value }) =>
    value.split(/\s*[;\n]\s*|,\s+(?=\p{L})/u).map((text) => ({ text, quote: text })),
  )
  const columns = found.item.attributes
    .filter(({ name, value }) => attributeKind(name) === undefined && /\p{N}/u.test(value))
    .map(({ name, value }) => ({ text: itemLine(name, value), quote: itemLine(name, value) }))
    .filter(({ text }) => MEASURES.some((measure) => names(measure, text.split(':')[0] ?? '')))
  return [...listed, ...columns].filter(({ text }) => text.trim() !== '')
}

const MEASURES: readonly Asked[] = [
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

/** Whether a text speaks of a measure, in whatever language. */
function names(asked: Asked, text: string): boolean {
  const folded = plain(text)
  return ALL_ASK_WORDS.some((words) => folded.search(words[asked]) !== -1)
}

function proseOf(found: ItemWithPassage, language: Language): string[] {
  return attributesOf(found, 'conditionNotes').flatMap(({ value }) =>
    splitSentences(value, language),
  )
}
