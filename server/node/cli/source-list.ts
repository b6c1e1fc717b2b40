import { listSources } from '../../content/list-sources.ts'
import type { Command } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const sourceList: Command = {
  usage: 'source list --shop S',
  help: 'Prints a line for each file that the shop answers from: its name, how many items or passages came from it, and when.',
  async run(args, terminal) {
    const { options } = readOptions(args, { shop: 'text' })
    const sources = await withShop(terminal, options.shop, (db) => listSources(db))
    for (const { name, kind, count, ingestedAt } of sources) {
      const what = kind === 'items' ? 'items' : 'passages'
      terminal.print([name, `${count} ${what}`, new Date(ingestedAt).toISOString()].join('\t'))
    }
    return 0
  },
}
