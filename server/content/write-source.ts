import { eq, inArray } from 'drizzle-orm'
import type { SourceId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { articles, items, passages, sources } from '../db/schema.ts'
import { addToIndex, compactIndex, removeFromIndex } from '../search/write-index.ts'
import type { PlannedPassage, SourcePlan } from './plan-source.ts'
import { deletePassages, inBatches, PARAMETERS_A_STATEMENT, raiseContentVersion } from './store.ts'

/** Carries a plan out inside a transaction, and raises the content's version. */
export function writeSource(tx: Database, plan: SourcePlan, nowAt: number): void {
  const { id, name, kind, isNew } = plan.source
  if (isNew) tx.insert(sources).values({ id, name, kind, ingestedAt: nowAt }).run()
  else tx.update(sources).set({ kind, ingestedAt: nowAt }).where(eq(sources.id, id)).run()
  writeArticles(tx, id, plan)
  for (const rowId of plan.gonePassages) removeFromIndex(tx, rowId)
  deletePassages(tx, id, plan.gonePassages)
  for (const passage of plan.passages) {
    if (!passage.same) writePassage(tx, id, passage)
  }
  writeItems(tx, id, plan)
  const removed = plan.gonePassages.length + plan.passages.filter(isIndexedAnew).length
  if (removed > 0) compactIndex(tx)
  raiseContentVersion(tx)
}

const isIndexedAnew = ({ rowId, terms }: PlannedPassage) =>
  rowId !== undefined && terms !== undefined

function writeArticles(tx: Database, sourceId: SourceId, plan: SourcePlan): void {
  for (const some of inBatches(plan.goneArticles, PARAMETERS_A_STATEMENT)) {
    tx.delete(articles).where(inArray(articles.id, some)).run()
  }
  for (const some of inBatches(plan.newArticles, PARAMETERS_A_STATEMENT / 4)) {
    tx.insert(articles)
      .values(some.map((article) => ({ ...article, sourceId })))
      .run()
  }
}

function writePassage(tx: Database, sourceId: SourceId, planned: PlannedPassage): void {
  const { rowId, terms, same: _, ...row } = planned
  if (rowId === undefined) {
    const added = tx
      .insert(passages)
      .values({ ...row, sourceId })
      .returning()
      .get()
    if (terms !== undefined) addToIndex(tx, added.rowId, terms)
    return
  }
  tx.update(passages).set(row).where(eq(passages.rowId, rowId)).run()
  if (terms === undefined) return
  removeFromIndex(tx, rowId)
  addToIndex(tx, rowId, terms)
}

function writeItems(tx: Database, sourceId: SourceId, plan: SourcePlan): void {
  for (const some of inBatches(plan.goneItems, PARAMETERS_A_STATEMENT)) {
    tx.delete(items).where(inArray(items.code, some)).run()
  }
  for (const { item, position, version } of plan.items) {
    const row = {
      sourceId,
      title: item.title,
      status: item.status,
      price: item.price ?? null,
      currency: item.currency ?? null,
      image: item.image ?? null,
      url: item.url ?? null,
      conditionGrade: item.conditionGrade ?? null,
      attributes: item.attributes,
      position,
      version,
    }
    tx.insert(items)
      .values({ code: item.code, ...row })
      .onConflictDoUpdate({ target: items.code, set: row })
      .run()
  }
}
