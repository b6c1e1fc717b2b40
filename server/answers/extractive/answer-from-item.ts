import { toItemCard } from '../../content/item-row.ts'
import type { Database } from '../../db/database.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery } from '../../search/plan-query.ts'
import { termsOfSentence } from '../../search/sentence-terms.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import type { Draft, Statement } from './draft.ts'
import type { ItemAsk } from './item-asks.ts'
import { asSentence, fromRow, itemStatements } from './item-statements.ts'
import { matched, worthOf } from './match-terms.ts'
import type { ItemWithPassage } from './store.ts'

const FROM_ROW = 0.95
/** Nothing is noted: true of the row, and yet no answer to what a shopper fears. */
const NOTHING_NOTED = 0.6
const NOT_IN_ROW = 0.15
const BESIDE_THE_POINT = 0.5
const STATEMENTS = 4

/** What a piece's row says to what is asked of it. */
export function answerFromItem(
  db: Database,
  question: Question,
  found: ItemWithPassage,
  asks: readonly ItemAsk[],
  guide: string,
): Draft {
  const { language } = question
  const own = sentencesFor(language)
  const statements: Statement[] = []
  for (const ask of asks) {
    for (const statement of itemStatements(found, ask, { db, guide, language })) {
      if (statements.every(({ text }) => text !== statement.text)) statements.push(statement)
    }
  }
  if (statements.length === 0) {
    return itemDraft(found, [{ text: own.notInRow }], NOT_IN_ROW)
  }
  const nothingNoted = statements.some(({ text }) => text === own.nothingNoted)
  return itemDraft(
    found,
    statements.slice(0, STATEMENTS),
    nothingNoted && asks.length === 1 ? NOTHING_NOTED : FROM_ROW,
  )
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
  const plan = planQuery(readCorpus(db), question.text)
  const { item, text } = found
  const title = termsOfSentence(item.title, question.language)
  const named = new Set(matched(plan.slots, title))
  const asked = plan.slots.filter((slot) => !named.has(slot))
  const whole = worthOf(asked)
  if (whole === 0 || plan.onlyFunctionWords) return undefined
  const lines = splitSentences(text, question.language).filter((line) => line !== item.title)
  const scored = lines.map((line) => ({
    line,
    share: worthOf(matched(asked, termsOfSentence(line, question.language))) / whole,
  }))
  const best = scored.reduce((a, b) => (b.share > a.share ? b : a), { line: '', share: 0 })
  if (best.share === 0) return undefined
  const said = matched(asked, termsOfSentence(best.line, question.language))
  const elsewhere = matched(asked, termsOfSentence(text, question.language))
  // The row speaks of what was asked, and this line does not: "is the lining original" is no question about buttons.
  const besidePoint = elsewhere.some((slot) => slot.weight === 1 && !said.includes(slot))
  const confidence = besidePoint ? best.share * BESIDE_THE_POINT : best.share
  return itemDraft(found, [fromRow(found, asSentence(best.line), best.line)], confidence)
}

function itemDraft(found: ItemWithPassage, statements: Statement[], confidence: number): Draft {
  return {
    statements,
    items: [toItemCard(found.item)],
    confidence,
    evidence: [{ passageId: found.passageId, title: found.item.title, score: confidence }],
  }
}
