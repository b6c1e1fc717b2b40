import { KIND_TERM, type PassageKind } from './passage-kind.ts'
import type { QueryPlan } from './plan-query.ts'

const TERM_LIMIT = 64

/**
 * The plan as an FTS5 expression: at most 64 quoted terms, so that nothing a shopper writes is read as
 * a query. Undefined when no term of it stands in the index.
 */
export function matchExpression(plan: QueryPlan, kind: PassageKind): string | undefined {
  const answered = plan.slots.filter(({ alternatives }) => alternatives.length > 0)
  const telling = answered.filter(({ weight }) => weight === 1)
  // Each word of a passage stands there as its stem too, so the stems find all that there is.
  const ranked = (telling.length > 0 ? telling : answered)
    .flatMap((slot) => slot.alternatives.map(({ term, weight }) => ({ term, value: weight })))
    .filter(({ term }) => term.startsWith('~'))
    .sort((a, b) => b.value - a.value)
  const terms = [...new Set(ranked.map(({ term }) => term))].slice(0, TERM_LIMIT - 1)
  if (terms.length === 0) return undefined
  return `(${terms.map(quoted).join(' OR ')}) AND ${quoted(KIND_TERM[kind])}`
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`
}
