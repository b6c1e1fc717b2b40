// Quality and speed of search beside plain FTS5: `node bench/run.mjs bench/search.ts FOLDER`,
// where FOLDER holds the judged sets `icecat` and `squad`.
import { join } from 'node:path'
import { searchContent } from '../server/search/search-content.ts'
import {
  indexBaseline,
  indexParagraphs,
  indexProducts,
  searchBaseline,
} from './search/index-set.ts'
import { auroc, meanAndError, ndcgAt10, percentile } from './search/measures.ts'
import { type Query, readSet } from './search/read-set.ts'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('usage: node bench/run.mjs bench/search.ts FOLDER')
  process.exit(2)
}
const icecat = readSet(join(folder, 'icecat'))
const squad = readSet(join(folder, 'squad'))

measureProducts()
measureParagraphs()
for (const size of [100, 10_000]) measureSpeed(size)

function measureProducts() {
  const db = indexProducts(icecat.docs)
  indexBaseline(db, icecat.docs)
  const judged = icecat.queries.filter(({ rels }) => Object.values(rels).includes(1))
  const score = (find: (text: string) => string[]) =>
    meanAndError(
      judged.map(({ text, rels }) => ndcgAt10(find(text), new Map(Object.entries(rels)))),
    )
  const ours = score((text) =>
    searchContent(db, { text, top: 10 }).results.map(({ itemCode = '' }) => itemCode),
  )
  const base = score((text) => searchBaseline(db, text, 10))
  console.table({
    [`nDCG@10, ${judged.length} product queries`]: {
      ours: shown(ours),
      'FTS5 porter OR': shown(base),
    },
  })
}

function measureParagraphs() {
  const db = indexParagraphs(squad.docs)
  indexBaseline(db, squad.docs)
  const asked = squad.queries.filter(({ answerable }) => answerable === true)
  const recall = (find: (text: string) => string[]) =>
    meanAndError(
      asked.map(({ text, rels }) => (find(text).some((id) => (rels[id] ?? 0) > 0) ? 1 : 0)),
    )
  const confidence = (queries: Query[]) =>
    queries.map(({ text }) => searchContent(db, { text, top: 1 }).confidence)
  const ours = recall((text) =>
    searchContent(db, { text, top: 5 }).results.map(({ source }) => source.replace('.md', '')),
  )
  const base = recall((text) => searchBaseline(db, text, 5))
  const onTopic = confidence(asked)
  const offTopic = confidence(icecat.queries)
  console.table({
    [`R@5, ${asked.length} questions`]: { ours: shown(ours), 'FTS5 porter OR': shown(base) },
    [`off-topic AUROC, ${offTopic.length} product queries`]: {
      ours: auroc(onTopic, offTopic).toFixed(3),
    },
    'on topic, share at or above 0.35': { ours: share(onTopic) },
    'off topic, share at or above 0.35': { ours: share(offTopic) },
  })
}

function measureSpeed(size: number) {
  const docs = icecat.docs.slice(0, size)
  const db = indexProducts(docs)
  indexBaseline(db, docs)
  const texts = squad.queries
    .slice(0, 200)
    .map(({ text }) => text)
    .concat(icecat.queries.map(({ text }) => text))
  const run = (find: (text: string) => unknown) => {
    for (const text of texts) find(text)
    const times = texts.map((text) => {
      const before = performance.now()
      find(text)
      return performance.now() - before
    })
    return `${percentile(times, 0.5).toFixed(2)} / ${percentile(times, 0.99).toFixed(2)}`
  }
  console.table({
    [`ms p50 / p99, ${size} passages`]: {
      ours: run((text) => searchContent(db, { text })),
      'FTS5 porter OR': run((text) => searchBaseline(db, text, 10)),
    },
  })
}

function shown({ mean, error }: { mean: number; error: number }): string {
  return `${mean.toFixed(3)} ± ${error.toFixed(3)}`
}

function share(values: readonly number[]): string {
  return (values.filter((value) => value >= 0.35).length / values.length).toFixed(3)
}
