import { count, eq, sql } from 'drizzle-orm'
import type { Language } from '../../protocol/language.ts'
import type { Database } from '../db/database.ts'
import { prepareOnce } from '../db/prepare-once.ts'
import { passages, versions } from '../db/schema.ts'
import type { PassageDoc } from './passage-doc.ts'
import type { QueryPlan } from './plan-query.ts'
import type { StoredPassage } from './store.ts'

export type AnalysedPassage = { passage: StoredPassage; doc: PassageDoc }

/** What is kept in memory of a shop's content while its version stands. */
export type Corpus = {
  version: number
  passageCount: number
  /** Of its sources: each is in one. */
  languages: ReadonlySet<Language>
  /** In how many passages a term of the index stands: a word as written, or `~` and a stem. */
  termCounts: ReadonlyMap<string, number>
  /** Words as written, by first letter and length: what a misspelt word is compared with. Filled on first use. */
  wordsByShape: Map<string, string[]>
  /** Of the last queries: a question is planned for each part of its answer. */
  plans: Map<string, QueryPlan>
  /** By row, filled as they are needed. */
  passages: Map<number, AnalysedPassage>
}

const corpora = new WeakMap<Database, Corpus>()

/** Reads the content version at each call, and the index's vocabulary when that has changed. */
export function readCorpus(db: Database): Corpus {
  const version = contentVersion(db).get()?.version ?? 0
  const known = corpora.get(db)
  if (known?.version === version) return known
  const corpus = loadCorpus(db, version)
  corpora.set(db, corpus)
  return corpus
}

const contentVersion = prepareOnce((db) =>
  db.select().from(versions).where(eq(versions.name, 'content')).prepare(),
)

function loadCorpus(db: Database, version: number): Corpus {
  const terms = db.values<[string, number]>(sql`SELECT term, doc FROM search_terms`)
  const counted = db
    .select({ language: passages.language, count: count() })
    .from(passages)
    .groupBy(passages.language)
    .all()
  return {
    version,
    passageCount: counted.reduce((sum, row) => sum + row.count, 0),
    languages: new Set(counted.map(({ language }) => language)),
    termCounts: new Map(terms),
    wordsByShape: new Map(),
    plans: new Map(),
    passages: new Map(),
  }
}

/** How telling a term is that stands in so many of the corpus's passages. */
export function inverseFrequency(corpus: Corpus, standsIn: number): number {
  return Math.log(1 + (corpus.passageCount + 0.5) / (standsIn + 0.5))
}
