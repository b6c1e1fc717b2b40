import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { isKnownConcept } from '../../search/concepts.ts'
import type { QueryPlan, Slot } from '../../search/plan-query.ts'
import { type SearchResult, searchContent } from '../../search/search-content.ts'
import { splitSentences } from '../../search/split-sentences.ts'
import { termsOf } from '../../search/terms-of.ts'
import { isPieceName } from './asks/ask-words.ts'
import type { Draft, Statement } from './draft.ts'
import { matched, worthOf } from './match-terms.ts'
import { asksHowLong, saysPeriod, withPeriodFirst } from './periods.ts'
import { searchForCountry } from './search-for-country.ts'

const EVIDENCE = 5
const LOOKED_AT = 12
/** So many sections of one article are a list. */
const SEVERAL = 3
const BESIDE_THE_SUBJECT = 0.4
/** About three lines of the panel: what a shopper reads at a glance. */
const LONGEST_CHARACTERS = 260
/** What the heading says already tells one sentence from another less. */
const REPEATED_WORTH = 0.3
/** People say the main thing first. */
const LATER_COSTS = 0.15
const GOES_ON =
  /^(?:it|its|they|their|this|that|these|those|then|so|he|she|es|sie|er|das|dies|diese|dann|wenn|il|elle|ils|elles|ce|cela|si|esto|eso|ella|ellos|estos|entonces)\b/i
const ASKS_PRICE = /\b(how much|costs?|price|charge|wie ?viel|kostet|kosten|combien|cuanto)\b/i
const ASKS_AMOUNT =
  /\b(how (much|long|many|soon|often)|when|cost|price|what time|wie (viel|lange|oft)|wann|was kostet|combien|quand|cuanto|cuando)\b/i

/** `terms` are those of the passage that the answer is drawn from. */
export type PassagesAnswer = Draft & { terms: ReadonlySet<string> }

/** The best sentences of the best passage, and how well it covers the question. */
export function answerFromPassages(db: Database, text: string, language: Language): PassagesAnswer {
  const outcome = searchForCountry(text, ASKS_AMOUNT.test(text), (asked) =>
    searchContent(db, { text: asked, top: LOOKED_AT, kinds: ['passage'], language }),
  )
  const { results, plan } = withPeriodFirst(outcome, text)
  const subjects = plan.slots.filter((slot) => isSubject(slot, language))
  const [best] = results
  if (best === undefined) return NOTHING
  const isBeside = subjects.length > 0 && matched(subjects, termsOfResult(best)).length === 0
  const alike = siblingsOf(best, results, plan)
  return {
    statements:
      alike.length >= SEVERAL
        ? alike.map((result) => lineFrom(result, plan, text))
        : [statementFrom(best, plan, text)],
    items: [],
    confidence: isBeside ? best.confidence * BESIDE_THE_SUBJECT : best.confidence,
    evidence: results
      .slice(0, EVIDENCE)
      .map(({ passageId, title, score }) => ({ passageId, title, score })),
    terms: termsOfResult(best),
  }
}

const NOTHING: PassagesAnswer = {
  statements: [],
  items: [],
  confidence: 0,
  evidence: [],
  terms: new Set(),
}

/** A thing that shops are asked about, and that this shop's content speaks of. */
function isSubject({ words, weight, alternatives }: Slot, language: Language): boolean {
  const isKnown = words.length > 1 || isKnownConcept(words[0] ?? '', language)
  return weight === 1 && alternatives.length > 0 && isKnown && !words.every(isPieceName)
}

/**
 * The sections of one article that answer a general question each for a case of its own, in its order:
 * "how much is postage" is a question of where to.
 */
function siblingsOf(
  best: SearchResult,
  results: readonly SearchResult[],
  { slots }: QueryPlan,
): SearchResult[] {
  const [telling, ...more] = slots.filter(({ weight }) => weight === 1)
  if (telling === undefined || more.length > 0) return []
  const headOf = ({ passage }: SearchResult) =>
    termsOf(passage.headings.at(-1) ?? '', passage.language)
  const named = telling.alternatives.find(({ term }) => headOf(best).has(term))
  if (named === undefined) return []
  return results
    .filter((result) => result.passage.articleTitle === best.passage.articleTitle)
    .filter((result) => headOf(result).has(named.term))
    .sort((a, b) => a.passage.rowId - b.passage.rowId)
}

/** One case of several: its heading, and the sentence of it that has most of the question. */
function lineFrom(result: SearchResult, plan: QueryPlan, question: string): Statement {
  const { passageId, title, url, passage } = result
  const asksPrice = ASKS_PRICE.test(question)
  const worth = (sentence: string) =>
    worthOf(matched(plan.slots, termsOf(sentence, passage.language))) +
    (asksPrice && /\p{N}/u.test(sentence) ? 0.5 : 0) +
    (asksPeriod && saysPeriod(sentence) ? worthOf(plan.slots) : 0)
  const asksPeriod = asksHowLong(question)
  const quote = splitSentences(passage.text, passage.language).reduce(
    (best, sentence) => (worth(sentence) > worth(best) ? sentence : best),
    '',
  )
  const source = { passageId, title, url, quote: quote === '' ? passage.text : quote }
  return { text: `- ${title}: ${source.quote}`, source }
}

function termsOfResult({ title, passage }: SearchResult): ReadonlySet<string> {
  return termsOf(`${title}\n${passage.text}`, passage.language)
}

export function statementFrom(result: SearchResult, plan: QueryPlan, question: string): Statement {
  const quote = bestRun(result, plan, question)
  const { passageId, title, url } = result
  return { text: quote.replace(/\s+/g, ' '), source: { passageId, title, url, quote } }
}

/** A run of whole sentences around the best one, as long as it stays short: a slice of the passage. */
function bestRun({ passage }: SearchResult, plan: QueryPlan, question: string): string {
  const asksAmount = ASKS_AMOUNT.test(question)
  const asksPeriod = asksHowLong(question)
  const sentences = splitSentences(passage.text, passage.language)
  const inHeading = matched(plan.slots, termsOf(passage.headings.at(-1) ?? '', passage.language))
  const whole = worthOf(plan.slots)
  const scores = sentences.map((sentence, index) => {
    const found = matched(plan.slots, termsOf(sentence, passage.language))
    const own = found.filter((slot) => !inHeading.includes(slot))
    const repeated = found.filter((slot) => inHeading.includes(slot))
    const hasPeriod = asksPeriod && saysPeriod(sentence) ? whole : 0
    const hasAmount = asksAmount && /\p{N}/u.test(sentence) ? 0.5 : 0
    return (
      worthOf(own) +
      worthOf(repeated) * REPEATED_WORTH +
      hasAmount +
      hasPeriod -
      index * whole * LATER_COSTS
    )
  })
  let from = scores.indexOf(Math.max(...scores))
  let to = from
  const lengthOf = (a: number, b: number) => sentences.slice(a, b + 1).join(' ').length
  if (from > 0 && goesOn(sentences[from]) && lengthOf(from - 1, from) <= LONGEST_CHARACTERS) {
    from -= 1
  }
  // A section that is about what was asked is worth reading on; of another, what speaks of it or goes on.
  const belongs = (at: number) =>
    inHeading.length > 0 || (scores[at] ?? 0) > 0 || goesOn(sentences[at])
  while (
    to + 1 < sentences.length &&
    belongs(to + 1) &&
    lengthOf(from, to + 1) <= LONGEST_CHARACTERS
  ) {
    to += 1
  }
  const start = passage.text.indexOf(sentences[from] ?? '')
  const last = sentences[to] ?? ''
  const end = passage.text.indexOf(last, start) + last.length
  return passage.text.slice(Math.max(0, start), end)
}

/** Whether a sentence needs the one before it to be understood. */
function goesOn(sentence: string | undefined): boolean {
  return GOES_ON.test(sentence ?? '')
}
