import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { isKnownConcept } from '../../search/concepts.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery } from '../../search/plan-query.ts'
import { termsOf } from '../../search/terms-of.ts'
import type { ShopSettings } from '../../shops/settings.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { answerArrival } from './answer-arrival.ts'
import { answerComparison } from './answer-comparison.ts'
import { answerFromItem, answerFromNotes, slotsBeside } from './answer-from-item.ts'
import { answerFromPassages, type PassagesAnswer } from './answer-from-passages.ts'
import { answerList, fits, wantsList } from './answer-list.ts'
import { answerSimilar, readOtherWish } from './answer-similar.ts'
import { type AskWords, isPieceName } from './asks/ask-words.ts'
import { asksArrival } from './asks-arrival.ts'
import { type ChosenItem, chooseItem } from './choose-item.ts'
import type { Draft } from './draft.ts'
import { fabricMeaning } from './fabric-meaning.ts'
import { askedGrades } from './grades.ts'
import { itemStatements } from './item-statements.ts'
import { withKindCaveat } from './kind-caveat.ts'
import { readUnit, withoutUnit } from './length-unit.ts'
import { readFilters } from './list-filters.ts'
import { matched, worthOf } from './match-terms.ts'
import { isGeneral, isMeasure, plain, type ReadAsks, readAsks } from './read-asks.ts'
import { hasSystem, readSizeSystem } from './size-system.ts'
import { findItemWithPassage } from './store.ts'

const FROM_GUIDE = 0.9
const WHICH_PIECE = 0.4
/** A row answers, and yet not what the question adds: "is the lining original". */
const ADDS_SOMETHING_ELSE = 0.3
const FROM_NOTES = 0.5
/** Of the shop, whatever a piece's notes have: "in close brown thread". */
const ASKS_HOURS =
  /\b(?:(?:are|will) you (?:be )?(?:open|closed|shut)|opening hours|(?:geschlossen|geoffnet|offen)\W*$|offnungszeiten|etes vous (?:ouvert|ferme)|estan (?:abiert|cerrad))/

/** The answer to one question, however sure it is. */
export function answerPart(
  db: Database,
  question: Question,
  words: AskWords,
  settings: ShopSettings,
): Draft {
  const { text, language } = question
  const grades = askedGrades(db, settings.conditionGuide, text, language)
  if (grades.length > 0) {
    return { statements: grades, items: [], confidence: FROM_GUIDE, evidence: [] }
  }
  if (plain(text).search(words.otherOne) !== -1) return whichPiece(language)
  const chosen = chooseItem(db, question, words)
  const comparison = answerComparison(db, question, words, chosen)
  if (comparison) return comparison
  const arrival = asksArrival(text) ? answerArrival(db, question) : undefined
  if (arrival) return arrival
  const passages = withKindCaveat(
    db,
    question,
    chosen?.found,
    answerFromPassages(db, text, language),
  )
  const other = answerOther(db, question, words, { chosen, passages })
  if (other) return other
  const asks = asksOf(question, words)
  const inSystem = chosen && asks.asked.includes('size') && sizeInSystem(db, question, chosen)
  if (inSystem) return inSystem
  const isService = plain(text).search(words.service) !== -1
  const { atMost, atLeast } = readFilters(text, words)
  const isRange = (atMost ?? atLeast) !== undefined && wantsList(text, words)
  if (
    chosen &&
    !isService &&
    !isRange &&
    (asks.asked.length > 0 || isCodeAlone(question, chosen))
  ) {
    const answer = answerAsks(db, question, chosen, asks, passages, settings)
    if (answer) return answer
  }
  return answerFreely(db, question, words, { chosen, passages, asks }, settings)
}

type Found = { chosen: ChosenItem | undefined; passages: PassagesAnswer }

/** For a wish for pieces beside the one at hand; undefined for every other question. */
function answerOther(
  db: Database,
  question: Question,
  words: AskWords,
  { chosen, passages }: Found,
): Draft | undefined {
  const { text, language } = question
  const wish = readOtherWish(text, words)
  if (wish === undefined || !readAsks(wish.rest, words).asked.every(isGeneral)) return undefined
  const isSure = passages.confidence >= CONFIDENCE_THRESHOLD
  // One of each: what the shop says of that is the answer, where it says something.
  if (wish.isAnother && wish.size === undefined && isSure) return passages
  if (!chosen)
    return (
      answerList(db, { ...question, text: wish.rest }, words, undefined) ?? whichPiece(language)
    )
  const { size } = wish.filters
  if (size !== undefined && fits(chosen.found, { size, rest: '' }) && !wish.isAnother) {
    return answerFromItem(db, question, chosen.found, ['size'], '')
  }
  const similar = answerSimilar(db, wish, chosen.found, language)
  // "In a bigger size?" cannot always be told from labels; what the shop says about sizes can.
  if (wish.size !== undefined && !similar?.isExact && isSure) return passages
  return similar
}

/** What is neither asked of a row nor a wish for others: a list, a line of the notes, or a page of the shop. */
function answerFreely(
  db: Database,
  question: Question,
  words: AskWords,
  { chosen, passages, asks }: Found & { asks: ReadAsks },
  settings: ShopSettings,
): Draft {
  const { text } = question
  // A measure that is asked for is not told by a description.
  const isList = wantsList(text, words) && !asks.asked.some(isMeasure)
  const listed = isList ? answerList(db, question, words, chosen?.found) : undefined
  const isSure = passages.confidence >= CONFIDENCE_THRESHOLD
  if (listed?.isExact && (listed.isNamed || !isSure)) return listed
  const notes =
    chosen && !ASKS_HOURS.test(plain(text)) && answerFromNotes(db, question, chosen.found)
  if (notes && notes.confidence >= FROM_NOTES && notes.confidence > passages.confidence)
    return notes
  if (!isList && !asks.asked.some(isMeasure) && isBare(text, words)) {
    const named = answerList(db, question, words, undefined)
    if (named?.isExact && (named.isNamed || !isSure)) return named
    if (named && !isSure && isUnderstood(db, question)) return named
  }
  if (isSure) return passages
  if (listed) return listed
  return chosen || asks.asked.length === 0
    ? passages
    : (askWhichPiece(db, question, words, asks, settings) ?? passages)
}

/**
 * The row's answer to what is asked of a piece; undefined where the question is about more than the piece
 * and other passages cover that better: "how much is it to post to Germany".
 */
function answerAsks(
  db: Database,
  question: Question,
  { found }: ChosenItem,
  { asked, rest }: ReadAsks,
  passages: PassagesAnswer,
  { conditionGuide }: ShopSettings,
): Draft | undefined {
  const all = asked.length > 0 ? asked : (['availability', 'condition'] as const)
  const meaning = asked.includes('fabric') ? fabricMeaning(db, question, found) : undefined
  const fromItem = () => {
    const draft = answerFromItem(db, question, found, all, conditionGuide)
    return meaning ? { ...draft, statements: [...draft.statements, meaning] } : draft
  }
  const plan = planQuery(readCorpus(db), rest, question.language)
  if (plan.onlyFunctionWords) return fromItem()
  const telling = plan.slots.filter(({ weight }) => weight === 1)
  const beside = slotsBeside(telling, found)
  if (beside.length === 0) return fromItem()
  const inRow = worthOf(matched(beside, termsOf(found.text, found.language)))
  const inPassage = worthOf(matched(beside, passages.terms))
  const isSure = passages.confidence >= CONFIDENCE_THRESHOLD
  if (isSure && inPassage > inRow) return undefined
  const draft = fromItem()
  const quotes = draft.statements.map(({ source }) => source?.quote ?? '').join('\n')
  // A word that the content has nowhere is chatter; one that it has, and not in what is quoted, is what was meant.
  const known = beside.filter(({ alternatives }) => alternatives.length > 0)
  const isElse = known.length > 0 && matched(known, termsOf(quotes, found.language)).length === 0
  return isElse ? { ...draft, confidence: Math.min(draft.confidence, ADDS_SOMETHING_ELSE) } : draft
}

/**
 * For what only a row says, without a piece at hand: the row of the one that the question may mean, else
 * those that it may mean, or the question which one. Undefined where it speaks of something else: "explain black holes".
 */
function askWhichPiece(
  db: Database,
  question: Question,
  words: AskWords,
  { asked, rest }: ReadAsks,
  { conditionGuide }: ShopSettings,
): Draft | undefined {
  const { language } = question
  // "Pit to pit 54" wants pieces of that measure, which no description tells.
  if (asked.some(isMeasure) && /\d/.test(rest)) return whichPiece(language)
  const meant = answerList(db, { ...question, text: rest }, words, undefined)
  if (meant?.isExact && meant.isNamed) {
    const [only, ...more] = meant.items
    const found =
      only && more.length === 0 && asked.length > 0 ? findItemWithPassage(db, only.code) : undefined
    return found ? answerFromItem(db, question, found, asked, conditionGuide) : meant
  }
  const { slots, onlyFunctionWords } = planQuery(readCorpus(db), rest, language)
  const telling = onlyFunctionWords ? [] : slots.filter(({ weight }) => weight === 1)
  if (telling.some((slot) => !slot.words.every(isPieceName))) return undefined
  return whichPiece(language)
}

function whichPiece(language: Language): Draft {
  const own = sentencesFor(language).whichPiece
  return { statements: [{ text: own }], items: [], confidence: WHICH_PIECE, evidence: [] }
}

/** Of a question that names a unit and no measure, the measures of the one before it, else all. */
function asksOf({ text, history }: Question, words: AskWords): ReadAsks {
  const asks = readAsks(withoutUnit(text), words)
  if (readUnit(text) === undefined || asks.asked.length > 0) return asks
  const before = readAsks(history.findLast(({ by }) => by === 'visitor')?.text ?? '', words)
  const measures = before.asked.filter(isMeasure)
  return { ...asks, asked: measures.length > 0 ? measures : ['measurements'] }
}

/**
 * The size of a piece in the system that is asked for: as its row has it, else what the row has instead,
 * and that this is not it. Undefined where no system is asked for.
 */
function sizeInSystem(db: Database, question: Question, { found }: ChosenItem): Draft | undefined {
  const system = readSizeSystem(question.text)
  if (system === undefined) return undefined
  const draft = answerFromItem(db, question, found, ['size'], '')
  if (hasSystem(found, system)) return draft
  const foot = itemStatements(found, 'insole', { db, guide: '', language: question.language })
  const lacking = { text: sentencesFor(question.language).missingSize(system) }
  return { ...draft, statements: [...draft.statements, ...foot, lacking], isHalf: true }
}

/** A code and nothing else asks for the piece as such. */
function isCodeAlone({ text }: Question, { found }: ChosenItem): boolean {
  const bare = (written: string) => plain(written).replace(/[^\p{L}\p{N}]+/gu, '')
  return bare(text) === bare(found.item.code)
}

/** Whether each telling word is one that shops and shoppers use: "red dresses" is a wish, though there is none. */
function isUnderstood(db: Database, { text, language }: Question): boolean {
  const { slots, onlyFunctionWords } = planQuery(readCorpus(db), text, language)
  const telling = onlyFunctionWords ? [] : slots.filter(({ weight }) => weight === 1)
  return (
    telling.length > 1 &&
    telling.every(({ words }) => words.every((word) => isKnownConcept(word, language)))
  )
}

const FIRST_PERSON = /\b(?:i|ich|je|j|yo)\b/
/** A few words without a question in them, such as "red kilt": a wish to see some. "I would wear it" is of the one at hand. */
function isBare(text: string, words: AskWords): boolean {
  const folded = plain(text)
  const isOfThis = FIRST_PERSON.test(folded) && words.pointing.test(folded)
  return !isOfThis && !words.opening.test(folded) && folded.split(' ').length <= 6
}
