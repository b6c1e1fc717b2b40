import { and, asc, eq, gte, like, lte, ne, sql } from 'drizzle-orm'
import type { PassageId } from '../../../protocol/ids.ts'
import type { Language } from '../../../protocol/language.ts'
import type { Database } from '../../db/database.ts'
import { prepareOnce } from '../../db/prepare-once.ts'
import { articles, items, passages, sources } from '../../db/schema.ts'

export type ItemWithPassage = {
  item: typeof items.$inferSelect
  passageId: PassageId
  text: string
  /** Of the passage. */
  language: Language
}

/** An item's row and the passage that its lines are quoted from. */
export function findItemWithPassage(db: Database, code: string): ItemWithPassage | undefined {
  return itemWithPassage(db).get({ code })
}
const itemWithPassage = prepareOnce((db) =>
  db
    .select({
      item: items,
      passageId: passages.id,
      text: passages.text,
      language: passages.language,
    })
    .from(items)
    .innerJoin(passages, eq(passages.itemCode, items.code))
    .where(eq(items.code, sql.placeholder('code')))
    .prepare(),
)

export type GuidePassage = {
  id: PassageId
  articleTitle: string
  url: string | null
  headings: string[]
  text: string
}

/** The passages of the condition guide, in its order. `name` is the source's without its extension. */
export function listGuidePassages(db: Database, name: string): GuidePassage[] {
  const pattern = `${name.replace(/[\\%_]/g, '\\$&')}.%`
  return db
    .select({
      id: passages.id,
      articleTitle: articles.title,
      url: articles.url,
      headings: passages.headings,
      text: passages.text,
    })
    .from(passages)
    .innerJoin(articles, eq(articles.id, passages.articleId))
    .innerJoin(sources, eq(sources.id, passages.sourceId))
    .where(like(sources.name, pattern))
    .orderBy(asc(passages.position))
    .all()
}

/** The grades that pieces have. */
export function listGrades(db: Database): string[] {
  return db
    .selectDistinct({ grade: items.conditionGrade })
    .from(items)
    .all()
    .flatMap(({ grade }) => grade ?? [])
}

/** Pieces within a price range that are not sold, in the order of their file. */
export function listItemsByPrice(
  db: Database,
  range: { atLeast?: number; atMost?: number },
  limit: number,
): ItemWithPassage[] {
  return db
    .select({
      item: items,
      passageId: passages.id,
      text: passages.text,
      language: passages.language,
    })
    .from(items)
    .innerJoin(passages, eq(passages.itemCode, items.code))
    .where(
      and(
        ne(items.status, 'sold'),
        range.atLeast === undefined ? undefined : gte(items.price, range.atLeast),
        range.atMost === undefined ? undefined : lte(items.price, range.atMost),
      ),
    )
    .orderBy(asc(items.status), asc(items.position))
    .limit(limit)
    .all()
}
