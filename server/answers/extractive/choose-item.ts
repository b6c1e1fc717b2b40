import type { Database } from '../../db/database.ts'
import { readCorpus } from '../../search/corpus.ts'
import { planQuery } from '../../search/plan-query.ts'
import { searchContent } from '../../search/search-content.ts'
import type { Question } from '../answerer.ts'
import { titleHits } from './match-terms.ts'
import { findItemWithPassage, type ItemWithPassage } from './store.ts'

/** A piece is named by at least so many words of its title, or by the word for what it is. */
const NAMES_ANOTHER = 2

/**
 * The piece that a question is about: one named by its code, one named by words of its title that the
 * page's piece has not, else the page's. `named` says that the question itself points to it.
 */
export function chooseItem(
  db: Database,
  question: Question,
): { found: ItemWithPassage; named: boolean } | undefined {
  const byCode = findByCode(db, question.text)
  if (byCode) return { found: byCode, named: true }
  const onPage =
    question.itemCode === undefined ? undefined : findItemWithPassage(db, question.itemCode)
  const plan = planQuery(readCorpus(db), question.text)
  const { results } = searchContent(db, { text: question.text, top: 5, kinds: ['item'] })
  const hits = results.map(({ title, passage }) => titleHits(plan, title, passage.language))
  const most = Math.max(0, ...hits)
  const isAlone = hits.filter((count) => count === most).length === 1
  const best = results[hits.indexOf(most)]
  const pageHits = onPage ? titleHits(plan, onPage.item.title, question.language) : 0
  if (best?.itemCode !== undefined && isAlone && most > pageHits) {
    const isKind = !onPage && titleHits(plan, kindOf(best.title), best.passage.language) > 0
    const found =
      most >= NAMES_ANOTHER || isKind ? findItemWithPassage(db, best.itemCode) : undefined
    if (found) return { found, named: true }
  }
  return onPage && { found: onPage, named: pageHits > 0 }
}

function findByCode(db: Database, text: string): ItemWithPassage | undefined {
  const tokens = text.match(/[\p{L}\p{N}][\p{L}\p{N}._/-]*\p{N}/gu) ?? []
  for (const token of tokens.slice(0, 8)) {
    const found = findItemWithPassage(db, token) ?? findItemWithPassage(db, token.toUpperCase())
    if (found) return found
  }
  return undefined
}

/** "chair" of "Ladder-back chair, rush seat". */
function kindOf(title: string): string {
  return title.split(',')[0]?.trim().split(/\s+/).at(-1) ?? ''
}
