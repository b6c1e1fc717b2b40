import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Doc = {
  id: string
  title: string
  body?: string
  brand?: string
  cls?: string
  attrs?: string
}
export type Query = { text: string; rels: Record<string, number>; answerable?: boolean }

/** A judged set: `docs.jsonl` and `queries.dev.jsonl` in a folder. */
export function readSet(folder: string): { docs: Doc[]; queries: Query[] } {
  return {
    docs: readLines<Doc>(join(folder, 'docs.jsonl')),
    queries: readLines<Query>(join(folder, 'queries.dev.jsonl')),
  }
}

/** Lines of JSON in the shape that the set's own description gives them. */
function readLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)
}
