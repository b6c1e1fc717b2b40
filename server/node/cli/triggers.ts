import { escalationSignals } from '../../escalation/escalation-signals.ts'
import { readSettings } from '../../shops/read-settings.ts'
import type { Command } from './command.ts'
import { readOptions, required } from './read-options.ts'
import { readLines } from './search.ts'
import { withShop } from './with-shop.ts'

export const triggers: Command = {
  usage: 'triggers --shop S --messages FILE',
  help: 'Reads one message a line and prints one line of JSON for each, in order: whether it asks for a person, whether it declines one, and what was seen in it.',
  async run(args, terminal) {
    const { options } = readOptions(args, { shop: 'text', messages: 'text' })
    const messages = readLines(required(options.messages, '--messages'))
    await withShop(terminal, options.shop, (db) => {
      const { language } = readSettings(db)
      for (const message of messages) {
        terminal.print(JSON.stringify({ message, ...escalationSignals(message, language) }))
      }
    })
    return 0
  },
}
