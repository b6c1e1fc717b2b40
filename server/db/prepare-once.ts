import type { Database } from './database.ts'

/**
 * A query that is built and compiled once for each database, then only run with its values: building one
 * costs several times what running it does, and a message runs about thirty.
 */
export function prepareOnce<Query>(build: (db: Database) => Query): (db: Database) => Query {
  const built = new WeakMap<Database, Query>()
  return (db) => {
    const known = built.get(db)
    if (known !== undefined) return known
    const query = build(db)
    built.set(db, query)
    return query
  }
}
