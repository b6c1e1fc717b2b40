import type { PassageDoc } from './passage-doc.ts'
import type { QueryPlan, Slot } from './plan-query.ts'

const SATURATION = 0.9
const COVERAGE_POWER = 0.5
const NEIGHBOUR_BONUS = 0.08

/** Scores passages for a plan: what they cover, how tellingly, and whether words stand together. */
export function docScorer(plan: QueryPlan): (doc: PassageDoc) => number {
  const pairs = neighbourPairs(plan)
  return (doc) => {
    const covered = coverage(plan, (term) => doc.frequencies.has(term))
    const together = pairs.filter((pair) => standsTogether(pair, doc.sequence)).length
    return weighedSum(plan, doc) * covered ** COVERAGE_POWER * (1 + NEIGHBOUR_BONUS * together)
  }
}

function weighedSum(plan: QueryPlan, doc: PassageDoc): number {
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
