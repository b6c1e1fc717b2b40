import type { Database } from '../db/database.ts'
import { countItemsBySource, countPassagesBySource, readSources } from './store.ts'

/** What a shop's content came from, by name. `count` is that of items, or of passages of text. */
export type SourceEntry = {
  name: string
  kind: 'items' | 'text'
  count: number
  ingestedAt: number
}

export function listSources(db: Database): SourceEntry[] {
  const counts = { items: countItemsBySource(db), text: countPassagesBySource(db) }
  return readSources(db).map(({ id, name, kind, ingestedAt }) => ({
    name,
    kind,
    count: counts[kind].get(id) ?? 0,
    ingestedAt,
  }))
}
