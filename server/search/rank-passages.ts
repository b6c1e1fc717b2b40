import type { Database } from '../db/database.ts'
import type { AnalysedPassage, Corpus } from './corpus.ts'
import { itemFields, textFields } from './index-fields.ts'
import { matchExpression } from './match-expression.ts'
import { passageDoc } from './passage-doc.ts'
import type { PassageKind } from './passage-kind.ts'
import type { QueryPlan } from './plan-query.ts'
import { docScorer } from './score-doc.ts'
import { findCandidates, readPassages, type StoredPassage } from './store.ts'

export type RankedPassage = AnalysedPassage & { kind: PassageKind; score: number }

const CANDIDATES_A_KIND = 60
const MOST_CANDIDATES = 200
/** Passages kept in memory with their analysis, oldest out first: 5 to 10 kB each. */
const PASSAGES_KEPT = 3000

/** At least the `top` best passages that answer a plan, best first: candidates from the index, scored anew in memory. */
export function rankPassages(
  db: Database,
  corpus: Corpus,
  plan: QueryPlan,
  { kinds, top }: { kinds: readonly PassageKind[]; top: number },
): RankedPassage[] {
  const score = docScorer(plan)
  const limit = Math.min(MOST_CANDIDATES, Math.max(CANDIDATES_A_KIND, top))
  return kinds
    .flatMap((kind) => {
      const expression = matchExpression(plan, kind)
      if (expression === undefined) return []
      return analysed(db, corpus, findCandidates(db, expression, limit)).map((candidate) => ({
        ...candidate,
        kind,
        score: score(candidate.doc),
      }))
    })
    .sort((a, b) => b.score - a.score || a.passage.rowId - b.passage.rowId)
}

function analysed(db: Database, { passages }: Corpus, rowIds: number[]): AnalysedPassage[] {
  const missing = rowIds.filter((rowId) => !passages.has(rowId))
  for (const passage of readPassages(db, missing)) {
    const doc = passageDoc(fieldsOf(passage), passage.text, passage.language)
    passages.set(passage.rowId, { passage, doc })
  }
  const found = rowIds.flatMap((rowId) => passages.get(rowId) ?? [])
  for (const rowId of passages.keys()) {
    if (passages.size <= PASSAGES_KEPT) break
    passages.delete(rowId)
  }
  return found
}

function fieldsOf({ item, articleTitle, headings, text }: StoredPassage) {
  return item === null
    ? textFields(articleTitle, headings, text)
    : itemFields({ title: item.title, code: item.code, attributes: item.attributes })
}
