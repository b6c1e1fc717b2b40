import type { QueryPlan } from '../../search/plan-query.ts'
import type { SearchOutcome, SearchResult } from '../../search/search-content.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import { termsOf } from '../../search/terms-of.ts'
import { matched } from './match-terms.ts'
import { plain } from './read-asks.ts'
import { type Country, readCountries, readDestination } from './read-country.ts'

/** What is true of one country is no answer for another. */
const ANOTHER_COUNTRY = 0.3
/** A union that a country may be meant by, as a term of the index. */
const EUROPE = /^~?(?:eu|europ\w*)$/
const ELSEWHERE =
  /\b(?:everywhere|anywhere|elsewhere|(?:all|any|every|other|most|remaining) countr(?:y|ies)|rest of the world|worldwide|abroad|international(?:ly)?|overseas|(?:andere[nr]?|alle[nr]?|ubrige[nr]?|sonstige[nr]?|meisten|jedes) (?:ubrigen |anderen )?(?:lander[n]?|land)|ausland|weltweit|(?:autres|tous les|plupart des) pays|monde entier|etranger|partout|(?:otros|demas|todos los|mayoria de los) paises|todo el mundo|extranjero|internacional(?:es)?)\b/

/**
 * For a question about one country, first the passage that speaks of it, else the one that speaks of all
 * the others. With neither, the first is hardly believed.
 */
export function searchForCountry(
  text: string,
  asksAmount: boolean,
  search: (text: string) => SearchOutcome,
): SearchOutcome {
  const outcome = search(text)
  const country = readDestination(text)
  if (country === undefined) return outcome
  const placed = outcome.results.find((one) => isAbout(one, country, outcome.plan, asksAmount))
  if (placed) return withFirst(outcome, placed)
  // The country stands nowhere: what is left of the question finds what is true of each other one.
  const general = search(withoutCountry(text, country))
  const elsewhere = general.results.find((one) => isForAllOthers(one, country))
  if (elsewhere) return withFirst(general, elsewhere)
  const [best, ...more] = outcome.results
  if (best === undefined) return outcome
  const results = [{ ...best, confidence: best.confidence * ANOTHER_COUNTRY }, ...more]
  return { ...outcome, results }
}

export function withFirst(outcome: SearchOutcome, first: SearchResult): SearchOutcome {
  const confidence = Math.max(outcome.confidence, first.confidence)
  const rest = outcome.results.filter((result) => result !== first)
  return { ...outcome, confidence, results: [{ ...first, confidence }, ...rest] }
}

/** Whether it names the country, and no amount in it is for another one only. */
function isAbout(
  { passage: { headings, text, language } }: SearchResult,
  country: Country,
  plan: QueryPlan,
  asksAmount: boolean,
): boolean {
  const unions = plan.slots
    .filter(({ words }) => country.names.has(words.join(' ')))
    .map((slot) => ({
      ...slot,
      alternatives: slot.alternatives.filter(({ term }) => EUROPE.test(term)),
    }))
  const speaks = (part: string) =>
    readCountries(part).includes(country) || matched(unions, termsOf(part, language)).length > 0
  if (!speaks([...headings, text].join('\n'))) return false
  const amounts = splitSentences(text, language).filter((sentence) => /\p{N}/u.test(sentence))
  const isForIt = (sentence: string) => readCountries(sentence).length === 0 || speaks(sentence)
  return !asksAmount || amounts.length === 0 || amounts.some(isForIt)
}

function withoutCountry(text: string, { names }: Country): string {
  return Array.from(names)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (left, name) => left.replace(` ${name} `, ' '),
      ` ${plain(text).replace(/[?!.,]/g, ' ')} `,
    )
    .trim()
}

/** A price in it for a country that it names is not for all the others. */
function isForAllOthers({ passage }: SearchResult, country: Country): boolean {
  const text = plain(passage.text)
  return ELSEWHERE.test(text) && readCountries(text).every((named) => named === country)
}
