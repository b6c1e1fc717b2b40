import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type IngestReport, ingestFile } from '../../content/ingest-file.ts'
import { isContentFile } from '../../content/read-file.ts'
import { newId } from '../../core/new-id.ts'
import type { Database } from '../../db/database.ts'
import { readSettings } from '../../shops/read-settings.ts'
import { type Command, CommandError, type Terminal, UsageError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const ingest: Command = {
  usage: 'ingest --shop S FILE|DIR…',
  help: 'Reads items from CSV and passages from Markdown. A file of the same name replaces what came from it before. Rows that cannot be taken are listed by line; the others are kept.',
  async run(args, terminal) {
    const { options, rest } = readOptions(args, { shop: 'text' })
    if (rest.length === 0) throw new UsageError('Name at least one file or folder.')
    const files = rest.flatMap(filesAt)
    if (files.length === 0) throw new CommandError('There is no .csv or .md file there.')
    const taken = await withShop(terminal, options.shop, (db) =>
      files.map((file) => ingestOne(db, file, terminal)),
    )
    return taken.every(Boolean) ? 0 : 1
  },
}

/** A folder stands for the files in it that can be read; a file named outright is read or refused. */
function filesAt(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path)
      .filter(isContentFile)
      .sort()
      .map((name) => join(path, name))
  } catch {
    throw new CommandError(`${path} cannot be read. Is the path right?`)
  }
}

/** Whether the file was taken, in whole or but for some rows. */
function ingestOne(db: Database, file: string, { print }: Terminal): boolean {
  const siteUrl = readSettings(db).origins[0]
  const report = ingestFile(
    { db, now: Date.now, newId },
    { name: basename(file), bytes: readFileSync(file), ...(siteUrl !== undefined && { siteUrl }) },
  )
  for (const line of reportLines(report)) print(line)
  return !report.unusable
}

function reportLines(report: IngestReport): string[] {
  const taken =
    report.kind === 'items' ? `${report.rowsTaken} rows` : `${report.passagesTaken} passages`
  const refused = report.refused.length === 0 ? '' : `, ${report.refused.length} refused`
  const change = report.unusable ? 'nothing was changed, ' : report.unchanged ? 'unchanged, ' : ''
  return [
    `${report.source}: ${change}${taken} taken${refused}`,
    ...report.refused.map(({ line, reason, message }) => `  line ${line}: ${reason}: ${message}`),
    ...(report.kind === 'items' && !report.unusable ? columnLines(report) : []),
  ]
}

const WITHOUT = {
  status: '  no status column: every piece counts as available',
  price: '  no price column: no piece has a price',
}

function columnLines(report: Extract<IngestReport, { kind: 'items' }>): string[] {
  const unknown = report.unknownColumns.join(', ')
  return [
    ...report.missingColumns.map((name) => WITHOUT[name]),
    ...(unknown === '' ? [] : [`  columns that are not known, kept as attributes: ${unknown}`]),
  ]
}
