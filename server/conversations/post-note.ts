import type { TeammateContext } from '../core/context.ts'
import { teammateAuthor } from './authors.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { checkedText } from './message-text.ts'
import { type StaffCommandInput, staffCommand } from './staff-command.ts'

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
