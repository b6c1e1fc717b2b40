import { removeTeammate } from '../../team/remove-teammate.ts'
import { type Command, CommandError } from './command.ts'
import { readOptions, required } from './read-options.ts'
import { withShop } from './with-shop.ts'

export const teammateRemove: Command = {
  usage: 'teammate remove --shop S --email E',
  help: 'Ends an account: its sessions and its one-time link with it. What the teammate wrote stays, under their name. A conversation that they hold stays theirs until somebody takes it over.',
  async run(args, terminal) {
    const { options } = readOptions(args, { shop: 'text', email: 'text' })
    const email = required(options.email, '--email')
    const removed = await withShop(terminal, options.shop, (db) => removeTeammate(db, email))
    if (!removed) throw new CommandError('No account of this shop has this e-mail address.')
    terminal.say(
      'The account is removed and its sessions have ended. What an inbox of theirs is connected to closes within the hour, or when the server is started again.',
    )
    return 0
  },
}
