import type { PassageDoc } from './passage-doc.ts'
import type { QueryPlan, Slot } from './plan-query.ts'

const SATURATION = 0.9
const COVERAGE_POWER = 0.5
const NEIGHBOUR_BONUS = 0.08
const SMALL_WORDS_BONUS = 0.15
/** For a heading that is about nothing but what was asked. */
const SUBJECT_BONUS = 0.15

/** Scores passages for a plan: what they cover, how tellingly, and whether words stand together. */
export function docScorer(plan: QueryPlan): (doc: PassageDoc) => number {
  const pairs = neighbourPairs(plan)
  const asked = new Set(plan.slots.flatMap((slot) => slot.alternatives.map(({ term }) => term)))
  return (doc) => {
    const covered = coverage(plan, (term) => doc.frequencies.has(term))
    const together = pairs.filter((pair) => standsTogether(pair, doc.sequence)).length
    const small = plan.smallWords.filter((word) => doc.headTerms.has(word)).length
    const bonus =
      NEIGHBOUR_BONUS * together +
      SMALL_WORDS_BONUS * (small / Math.max(1, plan.smallWords.length)) +
      SUBJECT_BONUS * shareOf(doc.headSubjects, asked)
    return matchedWorth(plan, doc) * covered ** COVERAGE_POWER * (1 + bonus)
  }
}

function shareOf(terms: readonly string[], asked: ReadonlySet<string>): number {
  const found = terms.filter((term) => asked.has(term)).length
  return found / Math.max(1, terms.length)
}

/** How telling the words are that the passage has, each counted by how much it is about them. */
export function matchedWorth(plan: QueryPlan, doc: PassageDoc): number {
  let sum = 0
  for (const slot of plan.slots) {
    let best = 0
    for (const { term, weight } of slot.alternatives) {
      const frequency = doc.frequencies.get(term) ?? 0
      best = Math.max(best, (weight * frequency) / (frequency + SATURATION))
    }
    sum += slot.weight * slot.rarity * best
  }
  return sum
}

/** 0..1: the share of the plan, by how telling its words are, that `has` knows. */
export function coverage(plan: QueryPlan, has: (term: string) => boolean): number {
  let covered = 0
  let whole = 0
  for (const slot of plan.slots) {
    const worth = slot.weight * slot.rarity
    whole += worth
    covered += worth * bestMatch(slot, has)
  }
  return whole === 0 ? 0 : covered / whole
}

function bestMatch(slot: Slot, has: (term: string) => boolean): number {
  let best = 0
  for (const { term, weight } of slot.alternatives) {
    if (weight > best && has(term)) best = weight
  }
  return best
}

type Pair = { first: ReadonlySet<string>; second: ReadonlySet<string> }

function neighbourPairs(plan: QueryPlan): Pair[] {
  const terms = plan.slots.map((slot) => new Set(slot.alternatives.map(({ term }) => term)))
  return terms.flatMap((second, at) => {
    const first = terms[at - 1]
    return first === undefined || first.size === 0 || second.size === 0 ? [] : [{ first, second }]
  })
}

function standsTogether({ first, second }: Pair, sequence: readonly string[]): boolean {
  return sequence.some((term, at) => first.has(term) && second.has(sequence[at + 1] ?? ''))
}
