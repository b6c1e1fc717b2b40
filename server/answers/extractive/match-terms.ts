import type { Language } from '../../../protocol/language.ts'
import type { QueryPlan, Slot } from '../../search/plan-query.ts'
import { termsOf } from '../../search/terms-of.ts'

/** The slots that some of these terms answer. */
export function matched(slots: readonly Slot[], terms: ReadonlySet<string>): Slot[] {
  return slots.filter(({ alternatives }) => alternatives.some(({ term }) => terms.has(term)))
}

/** As much of a slot's best alternative that it is taken for the same thing: "mantel" is no English coat. */
const SAME_THING = 0.6

/** The slots whose own words, or words that are as good, are among these terms. */
export function matchedWell(slots: readonly Slot[], terms: ReadonlySet<string>): Slot[] {
  return slots.filter(({ alternatives }) => {
    const best = Math.max(0, ...alternatives.map(({ weight }) => weight))
    return alternatives.some(({ term, weight }) => weight >= SAME_THING * best && terms.has(term))
  })
}

export function worthOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, { weight, rarity }) => sum + weight * rarity, 0)
}

/** How many of the question's telling words stand in a title. */
export function titleHits(plan: QueryPlan, title: string, language: Language): number {
  const telling = plan.slots.filter(({ weight }) => weight === 1)
  return matchedWell(telling, termsOf(title, language)).length
}
