import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { searchContent } from '../../search/search-content.ts'
import { titleHead } from '../../search/title-head.ts'
import type { Question } from '../answerer.ts'
import type { AskWords } from './asks/ask-words.ts'
import { titleHits } from './match-terms.ts'
import { plain, readAsks } from './read-asks.ts'
import { findItemWithPassage, type ItemWithPassage } from './store.ts'

/** `named` says that the question itself points to the piece, by its code or by its title. */
export type ChosenItem = { found: ItemWithPassage; named: boolean }

/** A piece is named by at least so many words of its title, or by the word for what it is. */
const NAMES_ANOTHER = 2

/**
 * The piece that a question is about: one named by its code, one named by words of its title that the
 * page's piece has not, the one that the shopper's last message named when this one points back to it,
 * else the page's.
 */
export function chooseItem(
  db: Database,
  question: Question,
  words: AskWords,
): ChosenItem | undefined {
  const { itemCode } = question
  const onPage = itemCode === undefined ? undefined : findItemWithPassage(db, itemCode)
  // What is asked of a piece is no part of its name: a "washed blue" jacket is not meant by "wash".
  const nameIn = (text: string) => (onPage ? readAsks(text, words).rest : text)
  const named =
    findByCode(db, question.text) ?? findNamed(db, nameIn(question.text), question.language, onPage)
  if (named) return { found: named, named: true }
  const before = question.history.findLast(({ by }) => by === 'visitor')
  if (before && words.pointing.test(plain(question.text))) {
    const spokenOf =
      findByCode(db, before.text) ?? findNamed(db, nameIn(before.text), question.language, onPage)
    if (spokenOf) return { found: spokenOf, named: true }
  }
  return onPage && { found: onPage, named: false }
}

function findNamed(
  db: Database,
  text: string,
  language: Language,
  onPage: ItemWithPassage | undefined,
): ItemWithPassage | undefined {
  const { results, plan } = searchContent(db, { text, top: 5, kinds: ['item'], language })
  const hits = results.map(({ title, passage }) => titleHits(plan, title, passage.language))
  const most = Math.max(0, ...hits)
  const best = results[hits.indexOf(most)]
  const pageHits = onPage ? titleHits(plan, onPage.item.title, onPage.language) : 0
  if (onPage && pageHits > 0 && pageHits >= most) return onPage
  const isAlone = hits.filter((count) => count === most).length === 1
  if (best?.itemCode === undefined || !isAlone || most === 0) return undefined
  const isKind = !onPage && titleHits(plan, kindOf(best.title), best.passage.language) > 0
  return most >= NAMES_ANOTHER || isKind ? findItemWithPassage(db, best.itemCode) : undefined
}

/** A code as the shop writes it, or with other capitals, or with a space for its hyphen. */
function findByCode(db: Database, text: string): ItemWithPassage | undefined {
  return findByCodes(db, text)[0]
}

/** Every piece that a text has the code of, in its order. */
export function findByCodes(db: Database, text: string): ItemWithPassage[] {
  const tokens = text.match(/[\p{L}\p{N}][\p{L}\p{N}._/-]*/gu)?.slice(0, 60) ?? []
  const candidates = tokens.flatMap((token, at) => {
    const next = tokens[at + 1]
    return next !== undefined && /^\d+$/.test(next) ? [token, `${token}-${next}`] : [token]
  })
  const byCode = new Map<string, ItemWithPassage>()
  for (const candidate of candidates) {
    if (!/\p{N}/u.test(candidate)) continue
    const found =
      findItemWithPassage(db, candidate) ?? findItemWithPassage(db, candidate.toUpperCase())
    if (found) byCode.set(found.item.code, found)
  }
  return [...byCode.values()]
}

/** "chair" of "Ladder-back chair, rush seat", "Bluse" of "Bluse mit Schluppe". */
function kindOf(title: string): string {
  return titleHead(title).split(/\s+/).at(-1) ?? ''
}
