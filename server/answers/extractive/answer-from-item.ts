import { itemLine } from '../../content/item-passage.ts'
import { toItemCard } from '../../content/item-row.ts'
import type { Database } from '../../db/database.ts'
import { type AttributeKind, attributeKind } from '../../search/attribute-kind.ts'
import { isKnownConcept } from '../../search/concepts.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery, type Slot } from '../../search/plan-query.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import { termsOf } from '../../search/terms-of.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { type Asked, isPieceName } from './asks/ask-words.ts'
import type { Draft, Statement } from './draft.ts'
import { attributesOf, fromRow, oneLine } from './from-row.ts'
import { itemStatements } from './item-statements.ts'
import { readUnit } from './length-unit.ts'
import { matched, worthOf } from './match-terms.ts'
import { plain } from './read-asks.ts'
import type { Reading } from './reading.ts'
import type { ItemWithPassage } from './store.ts'

const FROM_ROW = 0.95
/** Nothing is noted: true of the row, and yet no answer to what a shopper fears. */
const NOTHING_NOTED = 0.6
const NOT_IN_ROW = 0.15
const BESIDE_THE_POINT = 0.5
const STATEMENTS = 5

/** What a piece's row says to what is asked of it. What the row lacks is said to be lacking. */
export function answerFromItem(
  db: Database,
  question: Question,
  found: ItemWithPassage,
  asked: readonly Asked[],
  guide: string,
): Draft {
  const { language } = question
  const own = sentencesFor(language)
  const statements: Statement[] = []
  const missing: Asked[] = []
  for (const one of asked) {
    const said = itemStatements(found, one, { db, guide, language, unit: readUnit(question.text) })
    if (said.length === 0) missing.push(one)
    for (const statement of said) {
      if (statements.every(({ text }) => text !== statement.text)) statements.push(statement)
    }
  }
  // "Is the V-neck still there?" does not ask for its neck.
  const lacking = missing.filter(
    (one) => statements.length === 0 || !isInTitle(one, found, question),
  )
  const all = [
    ...statements.slice(0, STATEMENTS),
    ...lacking.map((one) => ({ text: own.missing(one) })),
  ]
  if (statements.length === 0) return itemDraft(found, all, NOT_IN_ROW)
  const nothingNoted =
    asked.length === 1 && asked[0] === 'condition' && !hasNotes(statements, found)
  return itemDraft(found, all, nothingNoted ? NOTHING_NOTED : FROM_ROW)
}

function hasNotes(statements: Statement[], { item }: ItemWithPassage): boolean {
  const noted = item.attributes.map(({ value }) => value)
  return statements.some(({ source }) => source !== undefined && noted.includes(source.quote))
}

function isInTitle(asked: Asked, { item }: ItemWithPassage, { text }: Question): boolean {
  const title = new Set(plain(item.title).split(/[^\p{L}\p{N}]+/u))
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => title.has(word) && word.startsWith(asked.slice(0, 4)))
}

const DESCRIBING: ReadonlySet<AttributeKind | undefined> = new Set<AttributeKind>([
  'category',
  'colour',
  'fabric',
  'era',
  'maker',
])

/** The slots of a question that neither describe the piece nor are a word for a piece. */
export function slotsBeside(slots: readonly Slot[], found: ItemWithPassage): Slot[] {
  const describing = found.item.attributes.filter(({ name }) => DESCRIBING.has(attributeKind(name)))
  const words = [found.item.title, found.item.code, ...describing.map(({ value }) => value)].join(
    '\n',
  )
  const named = new Set(matched(slots, termsOf(words, found.language)))
  return slots.filter((slot) => !named.has(slot) && !slot.words.every(isPieceName))
}

/**
 * The line or sentence of a piece's row that answers a free question best, and how much of the question
 * it answers: the words of its title are the piece, not the question.
 */
export function answerFromNotes(
  db: Database,
  question: Question,
  found: ItemWithPassage,
): Draft | undefined {
  const { text, language } = question
  const plan = planQuery(readCorpus(db), text, language)
  const { item, text: passage } = found
  const title = termsOf(`${item.title}\n${item.code}`, found.language)
  const named = new Set(matched(plan.slots, title))
  const asked = plan.slots.filter((slot) => !named.has(slot))
  const whole = worthOf(asked)
  if (whole === 0 || plan.onlyFunctionWords) return undefined
  // What is asked of its care is asked by name: "hang on a wide hanger" does not say that one comes with it.
  const care = attributesOf(found, 'care').map(({ value }) => value)
  const codeLine = itemLine('Code', item.code)
  const lines = splitSentences(passage, found.language).filter(
    (line) =>
      line !== item.title &&
      line !== codeLine &&
      !care.some((value) => value.includes(line) || line.endsWith(value)),
  )
  const scored = lines.map((line) => ({
    line,
    share: worthOf(matched(asked, termsOf(line, found.language))) / whole,
  }))
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a), { line: '', share: 0 })
  if (best.share === 0) return undefined
  const said = matched(asked, termsOf(best.line, found.language))
  // "Two" and "good" stand in many notes; "work" is general too, and yet a thing to ask.
  const isTelling = ({ weight, words }: Slot) =>
    weight === 1 || words.some((word) => isKnownConcept(word, language))
  if (!said.some(isTelling)) return undefined
  const elsewhere = matched(asked, termsOf(passage, found.language))
  // The row speaks of what was asked, and this line does not: "is the lining original" is no question about buttons.
  const besidePoint = elsewhere.some((slot) => slot.weight === 1 && !said.includes(slot))
  const confidence = besidePoint ? best.share * BESIDE_THE_POINT : best.share
  // "Does it work with batteries" is answered by none of them where another line says that it does not work.
  const unsaid = elsewhere.filter((slot) => !said.includes(slot) && isTelling(slot))
  const other = lines.find((line) => matched(unsaid, termsOf(line, found.language)).length > 0)
  const shown = lines.filter((line) => line === best.line || line === other)
  return itemDraft(
    found,
    shown.flatMap((line) => statementsOf(line, found, { db, guide: '', language })),
    confidence,
  )
}

/** A line of the row as a sentence: what it is a column for has its own. */
function statementsOf(line: string, found: ItemWithPassage, reading: Reading): Statement[] {
  const { language } = reading
  if (line === itemLine('Status', found.item.status)) {
    return itemStatements(found, 'availability', reading)
  }
  const column = found.item.attributes.find(({ name, value }) => line === itemLine(name, value))
  const asked = ASKED_BY_KIND.find((kind) => column && attributeKind(column.name) === kind)
  const own = asked === undefined ? [] : itemStatements(found, asked, reading)
  if (own.length > 0) return own
  const label = attributesOf(found, 'conditionNotes')[0]?.name
  const note = label === undefined ? line : line.replace(`${label}: `, '')
  return [fromRow(found, sentencesFor(language).notesSay(oneLine(note)), note)]
}

const ASKED_BY_KIND = ['fabric', 'colour', 'era', 'maker', 'size'] as const

function itemDraft(found: ItemWithPassage, statements: Statement[], confidence: number): Draft {
  return {
    statements,
    items: [toItemCard(found.item)],
    confidence,
    evidence: [{ passageId: found.passageId, title: found.item.title, score: confidence }],
  }
}
