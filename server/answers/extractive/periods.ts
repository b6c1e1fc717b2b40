import type { SearchOutcome } from '../../search/search-content.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import { termsOf } from '../../search/terms-of.ts'
import { readClaims } from '../read-claims.ts'
import { matched } from './match-terms.ts'
import { plain } from './read-asks.ts'
import { withFirst } from './search-for-country.ts'

const HOW_LONG =
  /\b(?:how (?:long|soon|quick(?:ly)?|fast|many (?:working )?days)|wie (?:lange|schnell|viele (?:werk)?tage)|combien de (?:temps|jours)|en combien de|cuanto (?:tiempo )?(?:tarda|demora)|cuanto tiempo|cuantos dias)\b/

export function asksHowLong(question: string): boolean {
  return HOW_LONG.test(plain(question))
}

/** "Two to three working days", in each language and in words or figures. */
export function saysPeriod(sentence: string): boolean {
  return [...readClaims(sentence)].some((claim) => claim.startsWith('period '))
}

/** For a question of how long, a passage with a sentence that speaks of its subject and of a period goes first. */
export function withPeriodFirst(outcome: SearchOutcome, question: string): SearchOutcome {
  if (!asksHowLong(question)) return outcome
  const telling = outcome.plan.slots.filter(({ weight }) => weight === 1)
  const answers = ({ passage: { text, language } }: SearchOutcome['results'][number]) =>
    splitSentences(text, language).some(
      (sentence) =>
        saysPeriod(sentence) && matched(telling, termsOf(sentence, language)).length > 0,
    )
  const first = outcome.results.find(answers)
  return first === undefined || first === outcome.results[0] ? outcome : withFirst(outcome, first)
}
