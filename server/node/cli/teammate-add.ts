import * as v from 'valibot'
import { TeammateRole } from '../../../protocol/api.ts'
import { newId } from '../../core/new-id.ts'
import { addTeammate } from '../../team/add-teammate.ts'
import { type Command, UsageError } from './command.ts'
import { readOptions, required } from './read-options.ts'
import { serverUrl } from './snippet.ts'
import { withShop } from './with-shop.ts'

export const teammateAdd: Command = {
  usage: 'teammate add --shop S --email E [--name N] [--role owner|admin|teammate]',
  help: 'Makes an account and prints a one-time link to it, good for 24 hours. For an e-mail address that has an account the link sets a new password.',
  async run(args, terminal) {
    const { options } = readOptions(args, {
      shop: 'text',
      email: 'text',
      name: 'text',
      role: 'text',
    })
    const email = required(options.email, '--email')
    const role = options.role ?? 'teammate'
    if (!v.is(TeammateRole, role)) throw new UsageError('--role is owner, admin or teammate.')
    await withShop(terminal, options.shop, async (db, shopId) => {
      const link = await addTeammate(
        { db, now: Date.now, newId },
        { email, role, ...(options.name !== undefined && { name: options.name }) },
      )
      terminal.say(
        link.known
          ? 'This address has an account. The link sets a new password, once, within 24 hours:'
          : 'The link opens the account, once, within 24 hours:',
      )
      terminal.print(`${serverUrl(terminal.config)}/inbox/${shopId}#link=${link.token}`)
    })
    return 0
  },
}
