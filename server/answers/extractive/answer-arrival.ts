import type { Database } from '../../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../../search/confidence.ts'
import type { Question } from '../answerer.ts'
import { sentencesFor } from '../sentences/sentences-for.ts'
import { answerFromPassages } from './answer-from-passages.ts'
import type { Draft, Statement } from './draft.ts'
import { saysPeriod } from './periods.ts'
import { readDestination } from './read-country.ts'

/** Asked in words that the search knows in each language. */
const HOW_LONG = 'how long does delivery take'
const WHEN_POSTED = 'when are orders posted'

/** For a day of arrival: how long delivery takes and when the shop posts, as far as its content says so. */
export function answerArrival(db: Database, { text, language }: Question): Draft | undefined {
  const [country] = readDestination(text)?.names ?? []
  const to = country === undefined ? '' : ` to ${country}`
  const times = answerFromPassages(db, `${HOW_LONG}${to}`, language)
  const isTold = times.statements.some(({ source }) => saysPeriod(source?.quote ?? ''))
  if (times.confidence < CONFIDENCE_THRESHOLD || !isTold) return undefined
  const posted = answerFromPassages(db, WHEN_POSTED, language)
  const isKnown = posted.confidence >= CONFIDENCE_THRESHOLD
  const more = isKnown ? posted.statements.filter((one) => isOther(one, times.statements)) : []
  return {
    ...times,
    statements: [{ text: sentencesFor(language).noDayPromised }, ...more, ...times.statements],
    evidence: isKnown ? [...times.evidence, ...posted.evidence] : times.evidence,
  }
}

function isOther({ source }: Statement, statements: readonly Statement[]): boolean {
  return statements.every((one) => one.source?.passageId !== source?.passageId)
}
