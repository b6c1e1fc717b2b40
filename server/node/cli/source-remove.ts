import { listSources } from '../../content/list-sources.ts'
import { removeSource } from '../../content/remove-source.ts'
import { type Command, CommandError, UsageError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const sourceRemove: Command = {
  usage: 'source remove --shop S NAME',
  help: 'Takes a file out of what the shop answers from, with every item and passage that came from it. NAME is as "source list" prints it.',
  async run(args, terminal) {
    const { options, rest } = readOptions(args, { shop: 'text' })
    const [name, ...more] = rest
    if (name === undefined || more.length > 0) throw new UsageError('Give one NAME of a source.')
    await withShop(terminal, options.shop, (db) => {
      if (removeSource(db, name)) return
      const names = listSources(db).map((source) => source.name)
      const known = names.length === 0 ? 'The shop has none.' : `The shop has: ${names.join(', ')}.`
      throw new CommandError(`There is no source "${name}". ${known}`)
    })
    terminal.say(`"${name}" is removed, with all that came from it.`)
    return 0
  },
}
