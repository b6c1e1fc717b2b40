import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import type { Answer } from '../answers/answerer.ts'
import { findPassage } from '../content/find-passage.ts'
import { ingestFile } from '../content/ingest-file.ts'
import { newId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { CONFIDENCE_THRESHOLD } from '../search/confidence.ts'
import { openTestDatabase } from './open-test-database.ts'

const DEMO = resolve(import.meta.dirname, '../../examples/vintage-shop')

const DemoQuestion = v.object({
  question: v.string(),
  item: v.optional(v.string()),
  expect: v.union([
    v.object({ notInContent: v.literal(true) }),
    v.object({ item: v.string(), contains: v.optional(v.string()) }),
    v.object({
      source: v.string(),
      heading: v.optional(v.string()),
      contains: v.optional(v.string()),
    }),
  ]),
})
export type DemoQuestion = v.InferOutput<typeof DemoQuestion>

export function readDemoQuestions(demo = DEMO): DemoQuestion[] {
  return readFileSync(join(demo, 'questions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(DemoQuestion, JSON.parse(line)))
}

/** A shop with the demo's content, as `npm start` reads it. */
export function demoDatabase(demo = DEMO): Database {
  const db = openTestDatabase()
  for (const name of readdirSync(join(demo, 'content'))) {
    const bytes = readFileSync(join(demo, 'content', name))
    ingestFile({ db, now: Date.now, newId }, { name, bytes, siteUrl: 'http://127.0.0.1:8788' })
  }
  return db
}

/** `right` as expected · `refused` said plainly that it does not know · `wrong` said something else. */
export function verdict(db: Database, asked: DemoQuestion, answer: Answer) {
  const isSure = answer.confidence >= CONFIDENCE_THRESHOLD
  const { expect } = asked
  if ('notInContent' in expect) return isSure || answer.citations.length > 0 ? 'wrong' : 'right'
  if (!isSure) return 'refused'
  const cited = answer.citations.map(({ passageId }) => findPassage(db, passageId))
  const isThere =
    'item' in expect
      ? answer.items.some(({ code }) => code === expect.item)
      : cited.some(
          (passage) =>
            passage?.source === expect.source &&
            (expect.heading === undefined || passage.place.includes(expect.heading)),
        )
  const said = `${answer.text}\n${answer.citations.map(({ quote }) => quote).join('\n')}`
  const holds = said.toLowerCase().includes((expect.contains ?? '').toLowerCase())
  return isThere && holds ? 'right' : 'wrong'
}
