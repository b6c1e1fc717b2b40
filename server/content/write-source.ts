import { eq, getTableColumns, inArray } from 'drizzle-orm'
import type { SourceId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { inBatches } from '../db/in-batches.ts'
import { articles, items, passages, sources } from '../db/schema.ts'
import { addToIndex, compactIndex, removeFromIndex } from '../search/write-index.ts'
import type { PlannedPassage, SourcePlan } from './plan-source.ts'
import { raiseContentVersion } from './store.ts'

/** Carries a plan out inside a transaction, and raises the content's version. */
export function writeSource(tx: Database, plan: SourcePlan, nowAt: number): void {
  const { id, name, kind, isNew } = plan.source
  if (isNew) tx.insert(sources).values({ id, name, kind, ingestedAt: nowAt }).run()
  else tx.update(sources).set({ kind, ingestedAt: nowAt }).where(eq(sources.id, id)).run()
  writeArticles(tx, id, plan)
  writePassages(tx, id, plan)
  writeItems(tx, id, plan)
  raiseContentVersion(tx)
}

function writeArticles(tx: Database, sourceId: SourceId, plan: SourcePlan): void {
  for (const some of inBatches(plan.goneArticles, 1)) {
    tx.delete(articles).where(inArray(articles.id, some)).run()
  }
  const rows = plan.newArticles.map((article) => ({ ...article, sourceId }))
  for (const some of inBatches(rows, columnsOf(articles))) tx.insert(articles).values(some).run()
}

function writePassages(tx: Database, sourceId: SourceId, plan: SourcePlan): void {
  const kept = plan.passages.flatMap((planned) => {
    const { rowId, terms, same, ...row } = planned
    return rowId === undefined || same ? [] : [{ rowId, terms, row }]
  })
  for (const { rowId, row } of kept) {
    tx.update(passages).set(row).where(eq(passages.rowId, rowId)).run()
  }
  const indexedAnew = kept.flatMap(({ rowId, terms }) => (terms ? [{ rowId, terms }] : []))
  const outdated = [...plan.gonePassages, ...indexedAnew.map(({ rowId }) => rowId)]
  removeFromIndex(tx, outdated)
  for (const some of inBatches(plan.gonePassages, 1)) {
    tx.delete(passages).where(inArray(passages.rowId, some)).run()
  }
  addToIndex(tx, [...indexedAnew, ...insertPassages(tx, sourceId, plan.passages)])
  if (outdated.length > 0) compactIndex(tx)
}

function insertPassages(tx: Database, sourceId: SourceId, planned: PlannedPassage[]) {
  const added = planned.flatMap(({ rowId, terms, same: _, ...row }) =>
    rowId === undefined && terms !== undefined ? [{ terms, row: { ...row, sourceId } }] : [],
  )
  return inBatches(added, columnsOf(passages)).flatMap((some) => {
    const inserted = tx
      .insert(passages)
      .values(some.map(({ row }) => row))
      .returning({ id: passages.id, rowId: passages.rowId })
      .all()
    const rowIds = new Map(inserted.map(({ id, rowId }) => [id, rowId]))
    return some.flatMap(({ row, terms }) => {
      const rowId = rowIds.get(row.id)
      return rowId === undefined ? [] : [{ rowId, terms }]
    })
  })
}

function writeItems(tx: Database, sourceId: SourceId, plan: SourcePlan): void {
  const replaced = [...plan.goneItems, ...plan.items.map(({ item }) => item.code)]
  for (const some of inBatches(replaced, 1)) {
    tx.delete(items).where(inArray(items.code, some)).run()
  }
  const rows = plan.items.map(({ item, position, version }) => ({
    ...item,
    sourceId,
    position,
    version,
  }))
  for (const some of inBatches(rows, columnsOf(items))) tx.insert(items).values(some).run()
}

function columnsOf(table: Parameters<typeof getTableColumns>[0]): number {
  return Object.keys(getTableColumns(table)).length
}
