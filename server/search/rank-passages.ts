import type { Database } from '../db/database.ts'
import type { Corpus } from './corpus.ts'
import { itemFields, textFields } from './index-fields.ts'
import { matchExpression } from './match-expression.ts'
import { type PassageDoc, passageDoc } from './passage-doc.ts'
import type { PassageKind } from './passage-kind.ts'
import type { QueryPlan } from './plan-query.ts'
import { docScorer } from './score-doc.ts'
import { findCandidates, readPassages, type StoredPassage } from './store.ts'

export type RankedRow = { rowId: number; kind: PassageKind; score: number; doc: PassageDoc }

const CANDIDATES_A_KIND = 60
/** Analysed passages kept in memory, oldest out first: 5 to 10 kB each. */
const DOCS_KEPT = 3000

/** The passages that answer a plan, best first: candidates from the index, scored anew in memory. */
export function rankPassages(
  db: Database,
  corpus: Corpus,
  plan: QueryPlan,
  kinds: readonly PassageKind[],
): RankedRow[] {
  const score = docScorer(plan)
  return kinds
    .flatMap((kind) => {
      const expression = matchExpression(plan, kind)
      if (expression === undefined) return []
      const docs = docsOf(db, corpus, findCandidates(db, expression, CANDIDATES_A_KIND))
      return Array.from(docs, ([rowId, doc]) => ({ rowId, kind, score: score(doc), doc }))
    })
    .sort((a, b) => b.score - a.score || a.rowId - b.rowId)
}

function docsOf(db: Database, corpus: Corpus, rowIds: number[]): Map<number, PassageDoc> {
  const missing = rowIds.filter((rowId) => !corpus.docs.has(rowId))
  const found = new Map<number, PassageDoc>()
  for (const passage of readPassages(db, missing)) {
    corpus.docs.set(passage.rowId, passageDoc(fieldsOf(passage), passage.text, passage.language))
  }
  for (const rowId of rowIds) {
    const doc = corpus.docs.get(rowId)
    if (doc !== undefined) found.set(rowId, doc)
  }
  for (const rowId of corpus.docs.keys()) {
    if (corpus.docs.size <= DOCS_KEPT) break
    corpus.docs.delete(rowId)
  }
  return found
}

function fieldsOf({ item, articleTitle, headings, text }: StoredPassage) {
  return item === null
    ? textFields(articleTitle, headings, text)
    : itemFields({ title: item.title, code: item.code, attributes: item.attributes })
}
