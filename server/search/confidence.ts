import type { PassageDoc } from './passage-doc.ts'
import type { QueryPlan } from './plan-query.ts'
import { coverage } from './score-doc.ts'

/** Below it an answer is "I don't have that", and a person is offered. */
export const CONFIDENCE_THRESHOLD = 0.35

const FUNCTION_WORDS_ONLY = 0.5

/**
 * 0..1: how well a passage covers what a query asks, from the share of its telling words that stand in the
 * passage, in its title and headings, and in its best sentence. Never from a raw rank.
 */
export function confidenceOf(
  plan: QueryPlan,
  doc: PassageDoc,
  sentences: readonly ReadonlySet<string>[],
): number {
  const anywhere = coverage(plan, (term) => doc.frequencies.has(term))
  const onTopic = coverage(plan, (term) => doc.strongTerms.has(term))
  const inSentence = sentences.reduce(
    (best, terms) =>
      Math.max(
        best,
        coverage(plan, (term) => terms.has(term) || doc.strongTerms.has(term)),
      ),
    0,
  )
  const raw = anywhere * (0.45 + 0.35 * inSentence + 0.2 * Math.min(1, 2 * onTopic))
  return Math.min(1, raw) * (plan.onlyFunctionWords ? FUNCTION_WORDS_ONLY : 1)
}
