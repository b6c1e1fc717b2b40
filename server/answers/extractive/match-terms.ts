import type { Language } from '../../../protocol/language.ts'
import type { QueryPlan, Slot } from '../../search/plan-query.ts'
import { termsOfSentence } from '../../search/sentence-terms.ts'

/** The slots that some of these terms answer. */
export function matched(slots: readonly Slot[], terms: ReadonlySet<string>): Slot[] {
  return slots.filter(({ alternatives }) => alternatives.some(({ term }) => terms.has(term)))
}

export function worthOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, { weight, rarity }) => sum + weight * rarity, 0)
}

/** How many of the question's telling words stand in a title. */
export function titleHits(plan: QueryPlan, title: string, language: Language): number {
  const telling = plan.slots.filter(({ weight }) => weight === 1)
  return matched(telling, termsOfSentence(title, language)).length
}
