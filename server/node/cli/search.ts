import { readFileSync } from 'node:fs'
import { runQuery } from '../../search/run-query.ts'
import { type Command, CommandError, UsageError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

const TOP = 10

export const search: Command = {
  usage: 'search --shop S [--top N] [--json] QUERY, or --queries FILE',
  help: 'Shows what the assistant would find, best first, and how sure it would be. --queries reads one query a line and prints one line of JSON for each, in order.',
  async run(args, terminal) {
    const { options, rest } = readOptions(args, {
      shop: 'text',
      top: 'text',
      json: 'flag',
      queries: 'text',
    })
    const top = readTop(options.top)
    if (options.queries === undefined && rest.length === 0)
      throw new UsageError('QUERY is missing.')
    await withShop(terminal, options.shop, (db) => {
      if (options.queries !== undefined) {
        for (const query of readLines(options.queries)) {
          terminal.print(JSON.stringify(runQuery(db, query, top)))
        }
        return
      }
      const found = runQuery(db, rest.join(' '), top)
      if (options.json) terminal.print(JSON.stringify(found))
      else {
        for (const { id, title, source, score } of found.results) {
          terminal.print(`${score.toFixed(2)}  ${id}  ${title}  (${source})`)
        }
        terminal.say(`Confidence ${found.confidence.toFixed(2)}, ${found.results.length} results.`)
      }
    })
    return 0
  },
}

function readTop(text: string | undefined): number {
  if (text === undefined) return TOP
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError('--top is a number from 1 to 9999.')
  return Number(text)
}

export function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/)
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines
  } catch {
    throw new CommandError(`${file} cannot be read. Is the path right?`)
  }
}
