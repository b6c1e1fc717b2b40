import type { Database } from '../../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import type { ShopSettings } from '../../shops/settings.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { answerFromItem, answerFromNotes } from './answer-from-item.ts'
import { answerFromPassages } from './answer-from-passages.ts'
import { answerList, NAMED, wantsList } from './answer-list.ts'
import { chooseItem } from './choose-item.ts'
import type { Draft } from './draft.ts'
import { askedGrades } from './grades.ts'
import { itemAsks } from './item-asks.ts'
import { smallTalk } from './small-talk.ts'

/** Between two questions in one message. */
const PARTS = /(?<=[?!])\s+|[?,]?\s+(?:and|und|et|y)\s+(?=\S+\s+\S+\s*\S)/iu
const MOST_PARTS = 2

/** The whole answer to a message: one question, or two where both halves stand on their own. */
export function composeAnswer(db: Database, question: Question, settings: ShopSettings): Draft {
  const talk = smallTalk(question.text, question.language)
  if (talk !== undefined)
    return { statements: [{ text: talk }], items: [], confidence: 1, evidence: [] }
  const whole = answerOne(db, question, settings)
  const parts = question.text.split(PARTS).filter((part) => part.trim() !== '')
  if (parts.length !== MOST_PARTS) return honest(whole, question)
  const [first, second] = parts.map((text) => answerOne(db, { ...question, text }, settings))
  const bothStand =
    first && second && Math.min(first.confidence, second.confidence) >= CONFIDENCE_THRESHOLD
  return honest(bothStand ? joined(first, second) : whole, question)
}

function answerOne(db: Database, question: Question, settings: ShopSettings): Draft {
  const { conditionGuide } = settings
  const grades = askedGrades(db, conditionGuide, question.text, question.language)
  if (grades.length > 0) return { statements: grades, items: [], confidence: 0.9, evidence: [] }
  const chosen = chooseItem(db, question)
  const asks = itemAsks(question.text)
  const asksOfPage = asks.length > 0 && question.itemCode !== undefined
  const listed =
    !asksOfPage && wantsList(question.text) ? answerList(db, question, chosen?.found) : undefined
  const passages = answerFromPassages(db, question.text)
  if (listed && (listed.items.length > 0 || listed.confidence >= passages.confidence)) return listed
  if (chosen && asks.length > 0 && (chosen.named || question.itemCode !== undefined)) {
    return answerFromItem(db, question, chosen.found, asks, conditionGuide)
  }
  const notes = chosen && answerFromNotes(db, question, chosen.found)
  if (notes && notes.confidence > passages.confidence && notes.confidence >= 0.5) return notes
  if (passages.confidence >= CONFIDENCE_THRESHOLD) return passages
  // A few words that name a kind of piece, such as "black dress", are a wish to see some.
  const named = question.itemCode === undefined ? answerList(db, question, undefined) : undefined
  return named && named.items.length > 0 && named.confidence >= NAMED ? named : passages
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
  const own = sentencesFor(language)
  const isOwnWord = draft.statements.every(({ source }) => source === undefined)
  if (draft.confidence >= CONFIDENCE_THRESHOLD && draft.statements.length > 0) return draft
  const statements =
    isOwnWord && draft.statements.length > 0 ? draft.statements : [{ text: own.notHeld }]
  return { ...draft, statements, items: isOwnWord ? draft.items : [] }
}
