import type { PassageDoc } from './passage-doc.ts'
import type { QueryPlan } from './plan-query.ts'
import { coverage, matchedWorth } from './score-doc.ts'

/** Below it an answer is "I don't have that", and a person is offered. */
export const CONFIDENCE_THRESHOLD = 0.35

// Fitted on the dev half of SQuAD against questions of other subjects; see `bench/search.ts`.
const SCALE = 1.3
const SENTENCE_POWER = 0.25
const TITLE_WORTH = 2
/** As much as this, in words that stand nowhere else, is half of what makes a match believable. */
const HALF_BELIEVED = 0.8
/** General words decide between passages; they are no evidence that one answers. */
const NOTHING_TELLING = 0.3

/**
 * 0..1: how well a passage covers what a query asks. The share of the query's telling words that stand in
 * the passage and together in its best sentence, damped where few words match and none of them in its title,
 * and a trace where what matches is general.
 * Never from a raw rank.
 */
export function confidenceOf(plan: QueryPlan, doc: PassageDoc): number {
  const anywhere = coverage(plan, (term) => doc.frequencies.has(term))
  if (anywhere === 0) return 0
  const inSentence = doc.sentences.reduce(
    (best, terms) =>
      Math.max(
        best,
        coverage(plan, (term) => terms.has(term) || doc.strongTerms.has(term)),
      ),
    0,
  )
  const whole = plan.slots.reduce((sum, slot) => sum + slot.weight * slot.rarity, 0)
  const inTitle = whole * coverage(plan, (term) => doc.strongTerms.has(term))
  const evidence = (matchedWorth(plan, doc) + TITLE_WORTH * inTitle) / plan.rarest
  const raw =
    SCALE *
    anywhere ** (1 - SENTENCE_POWER) *
    inSentence ** SENTENCE_POWER *
    (evidence / (evidence + HALF_BELIEVED))
  return Math.min(1, raw) * (hasTellingWord(plan, doc) ? 1 : NOTHING_TELLING)
}

function hasTellingWord({ slots, onlyFunctionWords }: QueryPlan, doc: PassageDoc): boolean {
  const telling = onlyFunctionWords ? [] : slots.filter(({ weight }) => weight === 1)
  return telling.some(({ alternatives }) =>
    alternatives.some(({ term }) => doc.frequencies.has(term)),
  )
}
