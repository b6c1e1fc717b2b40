import type { Database } from '../../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import type { ShopSettings } from '../../shops/settings.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { answerPart } from './answer-part.ts'
import { askWordsFor } from './asks/words-for.ts'
import type { Draft } from './draft.ts'
import { smallTalk } from './small-talk.ts'
import { splitQuestion } from './split-question.ts'

/** Half an answer is not one: a person is offered for the rest. */
const REST_IS_MISSING = 0.3

/** The whole answer to a message: to one question, or to each of two or three that stand on their own. */
export function composeAnswer(db: Database, question: Question, settings: ShopSettings): Draft {
  const talk = smallTalk(question.text, question.language)
  if (talk !== undefined) return ownWords(talk, 1)
  const words = askWordsFor(question.text, question.language)
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
  if (isWhole) return whole
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
  const texts = new Set(first.statements.map(({ text }) => text))
  const codes = new Set(first.items.map(({ code }) => code))
  return {
    statements: [...first.statements, ...second.statements.filter(({ text }) => !texts.has(text))],
    items: [...first.items, ...second.items.filter(({ code }) => !codes.has(code))],
    confidence: Math.min(first.confidence, second.confidence),
    evidence: [...first.evidence, ...second.evidence],
  }
}

/** Below the threshold nothing is claimed: the assistant says that the notes do not hold it. */
function honest(draft: Draft, { language }: Question): Draft {
  if (isSure(draft)) return draft
  const isOwnWord = draft.statements.every(({ source }) => source === undefined)
  const statements =
    isOwnWord && draft.statements.length > 0
      ? draft.statements
      : [{ text: sentencesFor(language).notInNotes }]
  return { ...draft, statements, items: isOwnWord ? draft.items : [] }
}
