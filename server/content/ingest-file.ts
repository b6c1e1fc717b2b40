import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { NewId } from '../core/new-id.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { attributeKind } from '../search/attribute-kind.ts'
import type { ParsedItems, ParsedSource, Refusal } from './parsed-source.ts'
import { planSource, type SourcePlan } from './plan-source.ts'
import { readFile } from './read-file.ts'
import { readContentVersion } from './store.ts'
import { writeSource } from './write-source.ts'

export type IngestContext = { db: Database; now: Clock; newId: NewId; log?: Log }
export type IngestFile = {
  /** The file's name is the source's: ingesting it again replaces what it gave before. */
  name: string
  bytes: Uint8Array
  /** What relative addresses in it are relative to: the shop's first origin. */
  siteUrl?: string
}

type Report = {
  source: string
  refused: Refusal[]
  /** The content said already what the file says. */
  unchanged?: true
  /** Nothing of the file can be used, and what the shop had of it stays. */
  unusable?: true
}
/** What was taken of a file, and what was not, by line. */
export type IngestReport = Report &
  (
    | {
        kind: 'items'
        rowsTaken: number
        /** Headers that nothing is known about; their values are kept as attributes. */
        unknownColumns: string[]
        missingColumns: ('status' | 'price')[]
      }
    | { kind: 'text'; passagesTaken: number }
  )

/** How often a plan is made anew because somebody else wrote content meanwhile. */
const ATTEMPTS = 5

/**
 * Makes a file the shop's content. Reads and analyses first, then writes in one transaction beside a
 * running server. A file that cannot be used as a whole changes nothing.
 */
export function ingestFile(ctx: IngestContext, file: IngestFile): IngestReport {
  const parsed = readFile(file)
  if (parsed.unusable) return { ...report(file.name, parsed, parsed.refused), unusable: true }
  for (let attempt = 1; ; attempt++) {
    const basis = readContentVersion(ctx.db)
    const plan = planSource(ctx, file.name, parsed)
    if (plan.taken.unusable) {
      return { ...report(file.name, plan.taken, plan.refused), unusable: true }
    }
    const unchanged = plan.changes === 0
    if (unchanged || writePlan(ctx, plan, basis)) {
      ctx.log?.info('content.ingested', { changes: plan.changes, refused: plan.refused.length })
      return { ...report(file.name, plan.taken, plan.refused), ...(unchanged && { unchanged }) }
    }
    if (attempt === ATTEMPTS) throw new Error('content is being written by somebody else')
  }
}

/** False when the content is no longer what the plan was made for. */
function writePlan(ctx: IngestContext, plan: SourcePlan, basis: number): boolean {
  return writeTransaction(ctx.db, (tx) => {
    if (readContentVersion(tx) !== basis) return false
    writeSource(tx, plan, ctx.now())
    return true
  })
}

function report(source: string, taken: ParsedSource, refused: Refusal[]): IngestReport {
  if (taken.kind === 'items') {
    return { source, kind: 'items', rowsTaken: taken.rows.length, refused, ...readColumns(taken) }
  }
  const passagesTaken = taken.articles.reduce((sum, { passages }) => sum + passages.length, 0)
  return { source, kind: 'text', passagesTaken, refused }
}

function readColumns({ columns }: ParsedItems) {
  const attributes = columns.filter(({ card }) => card === undefined)
  const unknown = attributes.filter(({ name }) => attributeKind(name) === undefined)
  return {
    unknownColumns: unknown.map(({ name }) => name),
    missingColumns: (['status', 'price'] as const).filter((wanted) =>
      columns.every(({ card }) => card !== wanted),
    ),
  }
}
