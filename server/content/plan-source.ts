import type { ArticleId, PassageId, SourceId } from '../../protocol/ids.ts'
import type { Item } from '../../protocol/items.ts'
import type { Language } from '../../protocol/language.ts'
import type { NewId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { detectLanguage } from '../search/detect-language.ts'
import { type IndexFields, itemFields, textFields } from '../search/index-fields.ts'
import { type IndexTerms, indexTermsOf } from '../search/index-terms.ts'
import type { PassageKind } from '../search/passage-kind.ts'
import { itemPassage } from './item-passage.ts'
import type { ParsedItem, ParsedSource, Refusal } from './parsed-source.ts'
import { listTakenCodes, readSource, type StoredSource } from './store.ts'

export type PlannedPassage = {
  id: PassageId
  articleId: ArticleId
  position: number
  headings: string[]
  text: string
  language: Language
  itemCode: string | null
  /** Of the row that is kept; undefined for a new one. */
  rowId: number | undefined
  /** What the index gets; undefined where it has it already. */
  terms: IndexTerms | undefined
  /** The row is as it stands. */
  same: boolean
}

/** What a file changes, worked out before anything is written. */
export type SourcePlan = {
  source: { id: SourceId; name: string; kind: 'items' | 'text'; isNew: boolean }
  taken: ParsedSource
  refused: Refusal[]
  newArticles: { id: ArticleId; title: string; url: string | null }[]
  goneArticles: ArticleId[]
  passages: PlannedPassage[]
  gonePassages: number[]
  items: { item: Item; position: number; version: number }[]
  goneItems: string[]
  /** Rows that are written; 0 when the content already says what the file says. */
  changes: number
}

type Draft = {
  title: string
  url: string | null
  passages: { headings: string[]; text: string; fields: IndexFields; itemCode: string | null }[]
}

export function planSource(
  ctx: { db: Database; newId: NewId },
  name: string,
  parsed: ParsedSource,
): SourcePlan {
  const stored = readSource(ctx.db, name)
  const sourceId = stored?.id ?? ctx.newId('src')
  const { taken, refused } = withoutForeignCodes(ctx.db, sourceId, parsed)
  const drafts =
    taken.kind === 'items' ? taken.rows.map(({ item }) => itemDraft(item)) : textDrafts(taken)
  const kind = taken.kind === 'items' ? 'item' : 'passage'
  const placed = placeDrafts(ctx.newId, drafts, kind, stored)
  const items = taken.kind === 'items' ? changedItems(taken.rows, stored) : []
  const codes = new Set(taken.kind === 'items' ? taken.rows.map(({ item }) => item.code) : [])
  const goneItems = (stored?.items ?? []).map(({ code }) => code).filter((code) => !codes.has(code))
  const written = placed.passages.filter(({ same }) => !same).length
  return {
    source: { id: sourceId, name, kind: taken.kind, isNew: stored === undefined },
    taken,
    refused,
    ...placed,
    items,
    goneItems,
    changes:
      written +
      placed.newArticles.length +
      placed.goneArticles.length +
      placed.gonePassages.length +
      items.length +
      goneItems.length +
      (stored === undefined ? 1 : 0),
  }
}

/** A code belongs to the file that brought it first. */
function withoutForeignCodes(db: Database, sourceId: SourceId, parsed: ParsedSource) {
  if (parsed.kind === 'text') return { taken: parsed, refused: parsed.refused }
  const foreign = listTakenCodes(db, sourceId)
  const refused = parsed.rows.flatMap(({ line, item }): Refusal[] => {
    const owner = foreign.get(item.code)
    const message = `The code belongs to a row of ${owner}. Take it out of one of the two files.`
    return owner === undefined ? [] : [{ line, reason: 'code_in_other_file', message }]
  })
  const rows = parsed.rows.filter(({ item }) => !foreign.has(item.code))
  const all = [...parsed.refused, ...refused].sort((a, b) => a.line - b.line)
  const taken: ParsedSource = { ...parsed, rows, ...(rows.length === 0 && { unusable: true }) }
  return { taken, refused: all }
}

function itemDraft(item: ParsedItem): Draft {
  const passage = {
    headings: [],
    text: itemPassage(item),
    fields: itemFields(item),
    itemCode: item.code,
  }
  return { title: item.title, url: item.url ?? null, passages: [passage] }
}

function textDrafts(parsed: Extract<ParsedSource, { kind: 'text' }>): Draft[] {
  return parsed.articles.map(({ title, url, passages }) => ({
    title,
    url: url ?? null,
    passages: passages.map(({ headings, text }) => ({
      headings,
      text,
      fields: textFields(title, headings, text),
      itemCode: null,
    })),
  }))
}

function languageOf(drafts: Draft[]): Language {
  // The fields leave out the names of columns: "Era" is a small word in Spanish.
  const sample = drafts
    .flatMap(({ passages }) => passages.flatMap(({ fields }) => Object.values(fields)))
    .join('\n')
  return detectLanguage(sample) ?? 'en'
}

/** Gives every draft its rows: those that say the same are kept, with their ids. */
function placeDrafts(
  newId: NewId,
  drafts: Draft[],
  kind: PassageKind,
  stored: StoredSource | undefined,
) {
  const language = languageOf(drafts)
  const articles = queues(stored?.articles ?? [], ({ title, url }) => articleKey(title, url))
  const rows = queues(stored?.passages ?? [], passageKey)
  const newArticles: SourcePlan['newArticles'] = []
  const passages: PlannedPassage[] = []
  for (const draft of drafts) {
    const kept = articles.get(articleKey(draft.title, draft.url))?.shift()
    const articleId = kept?.id ?? newId('art')
    if (kept === undefined) newArticles.push({ id: articleId, title: draft.title, url: draft.url })
    draft.passages.forEach(({ fields, ...passage }, position) => {
      const row = rows.get(passageKey(passage))?.shift()
      // The article's title is among a passage's terms.
      const indexed = row?.articleId === articleId && row.language === language
      passages.push({
        id: row?.id ?? newId('psg'),
        articleId,
        position,
        ...passage,
        language,
        rowId: row?.rowId,
        terms: indexed ? undefined : indexTermsOf(fields, language, kind),
        same: indexed && row.position === position,
      })
    })
  }
  const goneArticles = Array.from(articles.values())
    .flat()
    .map(({ id }) => id)
  const gonePassages = Array.from(rows.values())
    .flat()
    .map(({ rowId }) => rowId)
  return { newArticles, goneArticles, passages, gonePassages }
}

const articleKey = (title: string, url: string | null) => JSON.stringify([title, url])
const passageKey = (passage: { headings: string[]; text: string; itemCode: string | null }) =>
  JSON.stringify([passage.headings, passage.text, passage.itemCode])

function queues<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const byKey = new Map<string, T[]>()
  for (const row of rows) {
    const queue = byKey.get(key(row))
    if (queue) queue.push(row)
    else byKey.set(key(row), [row])
  }
  return byKey
}

function changedItems(
  rows: { item: ParsedItem }[],
  stored: StoredSource | undefined,
): SourcePlan['items'] {
  const before = new Map(stored?.items.map((row) => [row.code, row]))
  return rows.flatMap(({ item }, position) => {
    const row = before.get(item.code)
    const same =
      row && row.position === position && JSON.stringify(row.item) === JSON.stringify(item)
    return same ? [] : [{ item, position, version: (row?.version ?? 0) + 1 }]
  })
}
