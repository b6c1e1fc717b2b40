import { eq } from 'drizzle-orm'
import type { PassageReply } from '../../protocol/api.ts'
import type { PassageId } from '../../protocol/ids.ts'
import type { Database } from '../db/database.ts'
import { articles, items, passages, sources } from '../db/schema.ts'

/** A cited passage with its place in the content; undefined once its text is gone or changed. */
export function findPassage(db: Database, id: PassageId): PassageReply | undefined {
  const row = db
    .select({ passage: passages, article: articles, source: sources, item: items })
    .from(passages)
    .innerJoin(articles, eq(articles.id, passages.articleId))
    .innerJoin(sources, eq(sources.id, passages.sourceId))
    .leftJoin(items, eq(items.code, passages.itemCode))
    .where(eq(passages.id, id))
    .get()
  if (row === undefined) return undefined
  const { passage, article, source, item } = row
  const url = item?.url ?? article.url
  return {
    id: passage.id,
    title: passage.headings.at(-1) ?? article.title,
    place: [article.title, ...passage.headings],
    text: passage.text,
    source: source.name,
    ...(url !== null && { url }),
    ...(passage.itemCode !== null && { itemCode: passage.itemCode }),
  }
}
