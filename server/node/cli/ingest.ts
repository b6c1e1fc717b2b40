import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ingestFile } from '../../content/ingest-file.ts'
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
  const count = report.kind === 'items' ? report.rowsTaken : report.passagesTaken
  const taken = `${count} ${report.kind === 'items' ? 'rows' : 'passages'}`
  const refused = report.refused.length === 0 ? '' : `, ${report.refused.length} refused`
  print(`${basename(file)}: ${report.unchanged ? 'unchanged, ' : ''}${taken} taken${refused}`)
  for (const { line, reason, message } of report.refused) {
    print(`  line ${line}: ${reason}: ${message}`)
  }
  return count > 0
}
