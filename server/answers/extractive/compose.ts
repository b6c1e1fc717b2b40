import type { Database } from '../../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import { readCorpus } from '../../search/corpus.ts'
import type { ShopSettings } from '../../shops/settings.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { answerPart } from './answer-part.ts'
import { askWordsFor } from './asks/words-for.ts'
import type { Draft, Statement } from './draft.ts'
import { reword } from './reword.ts'
import { smallTalk } from './small-talk.ts'
import { splitQuestion } from './split-question.ts'

/** Half an answer is not one: a person is offered for the rest. */
const REST_IS_MISSING = 0.3

/** The whole answer to a message: to one question, or to each of two or three that stand on their own. */
export function composeAnswer(db: Database, asked: Question, settings: ShopSettings): Draft {
  const talk = smallTalk(asked.text, asked.language)
  if (talk !== undefined) return ownWords(talk, 1)
  const words = askWordsFor(asked.text, asked.language)
  const question = { ...asked, text: reword(readCorpus(db), asked.text, asked.language) }
  const parts = splitQuestion(question.text, words)
  if (parts.length < 2) return honest(answerPart(db, question, words, settings), question)
  let history = question.history
  const answered = parts.map(({ text, isQuestion }) => {
    const draft = answerPart(db, { ...question, text, history }, words, settings)
    history = [...history, { by: 'visitor', text }]
    return { draft, isQuestion, isSure: isSure(draft) }
  })
  const sure = answered.filter((one) => one.isSure)
  if (sure.length === 0) return honest(answerPart(db, question, words, settings), question)
  const whole = sure.map(({ draft }) => draft).reduce(joined)
  const isWhole = answered.every((one) => one.isSure || !one.isQuestion)
  if (isWhole) return whole.isHalf ? { ...whole, confidence: REST_IS_MISSING } : whole
  const rest = { text: sentencesFor(question.language).restNotInNotes }
  return { ...whole, statements: [...whole.statements, rest], confidence: REST_IS_MISSING }
}

function isSure({ confidence, statements }: Draft): boolean {
  return confidence >= CONFIDENCE_THRESHOLD && statements.length > 0
}

function ownWords(text: string, confidence: number): Draft {
  return { statements: [{ text }], items: [], confidence, evidence: [] }
}

function joined(first: Draft, second: Draft): Draft {
  const isSaidBy = ({ text }: Statement, others: readonly Statement[]) =>
    others.some((other) => other.text.includes(text))
  const added = second.statements.filter((one) => !isSaidBy(one, first.statements))
  const kept = first.statements.filter((one) => !isSaidBy(one, added))
  const codes = new Set(first.items.map(({ code }) => code))
  return {
    statements: [...kept, ...added],
    items: [...first.items, ...second.items.filter(({ code }) => !codes.has(code))],
    confidence: Math.min(first.confidence, second.confidence),
    evidence: [...first.evidence, ...second.evidence],
    isHalf: first.isHalf === true || second.isHalf === true,
  }
}

/** Below the threshold nothing is claimed: the assistant says that the notes do not hold it. */
function honest(draft: Draft, { language }: Question): Draft {
  if (isSure(draft)) return draft.isHalf ? { ...draft, confidence: REST_IS_MISSING } : draft
  const isOwnWord = draft.statements.every(({ source }) => source === undefined)
  const statements =
    isOwnWord && draft.statements.length > 0
      ? draft.statements
      : [{ text: sentencesFor(language).notInNotes }]
  return { ...draft, statements, items: isOwnWord ? draft.items : [] }
}
