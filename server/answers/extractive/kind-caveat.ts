import type { Database } from '../../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery } from '../../search/plan-query.ts'
import { searchContent } from '../../search/search-content.ts'
import { termsOf } from '../../search/terms-of.ts'
import type { Question } from '../answerer.ts'
import { type PassagesAnswer, statementFrom } from './answer-from-passages.ts'
import { isPieceName } from './asks/ask-words.ts'
import { matched, matchedWell } from './match-terms.ts'
import { kindOf } from './rank-pieces.ts'
import type { ItemWithPassage } from './store.ts'

const LOOKED_AT = 10

/**
 * A page that speaks of the piece's own kind goes before the one that speaks of every piece: "we do not
 * send chairs abroad" before what post to France costs. The kind is the named one, else that of `found`.
 */
export function withKindCaveat(
  db: Database,
  { text, language }: Question,
  found: ItemWithPassage | undefined,
  answer: PassagesAnswer,
): PassagesAnswer {
  const [general] = answer.statements
  if (general?.source === undefined || answer.confidence < CONFIDENCE_THRESHOLD) return answer
  const corpus = readCorpus(db)
  const { slots } = planQuery(corpus, text, language)
  const named = slots.filter((slot) => slot.words.every(isPieceName))
  const ofPiece = found ? planQuery(corpus, kindOf(found), found.language).slots : []
  const kinds = named.length > 0 ? named : ofPiece
  const subjects = slots.filter((slot) => slot.weight === 1 && !named.includes(slot))
  if (kinds.length === 0 || subjects.length === 0) return answer
  const words = kinds.flatMap((slot) => slot.words).join(' ')
  const { results } = searchContent(db, {
    text: words,
    top: LOOKED_AT,
    kinds: ['passage'],
    language,
  })
  const own = results.find(
    ({ passage }) =>
      matchedWell(kinds, termsOf(passage.headings.at(-1) ?? '', passage.language)).length > 0 &&
      matched(subjects, termsOf(passage.text, passage.language)).length > 0,
  )
  if (own === undefined || own.passageId === general.source.passageId) return answer
  const plan = planQuery(corpus, named.length > 0 ? text : `${text} ${words}`, language)
  return { ...answer, statements: [statementFrom(own, plan, text), ...answer.statements] }
}
