import { readFileSync } from 'node:fs'
import { readSettings } from '../../shops/read-settings.ts'
import { writeSettings } from '../../shops/write-settings.ts'
import { type Command, CommandError } from './command.ts'
import { readOptions } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const shopSettings: Command = {
  usage: 'shop settings --shop S [FILE]',
  help: 'Prints the settings of a shop as JSON, defaults included. With a JSON file it first changes what the file names and leaves the rest; null brings a default back. A running server obeys from the next request on.',
  async run(args, terminal) {
    const { options, rest } = readOptions(args, { shop: 'text' })
    const [file] = rest
    const settings = await withShop(terminal, options.shop, (db) =>
      file === undefined ? readSettings(db) : writeSettings(db, readJson(file)),
    )
    terminal.print(JSON.stringify(settings, null, 2))
    return 0
  },
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable'
    throw new CommandError(`${file} cannot be read as JSON: ${why}`)
  }
}
