import type { TeammateContext } from '../../core/context.ts'
import { teammateAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type StaffCommandInput, staffCommand } from '../log/staff-command.ts'
import { checkedText } from './checked-text.ts'

/** For the team alone, in any phase and at any version: nobody loses a note to somebody else's click. */
export function postNote(
  ctx: TeammateContext,
  input: Omit<StaffCommandInput, 'version'> & { text: string },
): CommandOutcome {
  const text = checkedText(input.text)
  return staffCommand(ctx, input, () => [
    {
      type: 'note.created',
      author: teammateAuthor(ctx),
      clientId: input.clientId,
      note: { id: ctx.newId('nte'), text },
    },
  ])
}
