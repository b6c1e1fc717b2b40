import { AppError } from '../../core/app-error.ts'
import type { TeammateContext } from '../../core/context.ts'
import { teammateAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type StaffCommandInput, staffCommand } from '../log/staff-command.ts'
import { checkedText } from './checked-text.ts'

/** A teammate writes to the shopper: only who holds the conversation may. */
export function postReply(
  ctx: TeammateContext,
  input: StaffCommandInput & { version: number; text: string },
): CommandOutcome {
  const text = checkedText(input.text)
  return staffCommand(ctx, input, (_tx, { holderId }) => {
    if (holderId !== ctx.actor.teammate.id) {
      throw new AppError(
        'not_holder',
        'Take the conversation over before you write to the shopper.',
      )
    }
    return [
      {
        type: 'message.created',
        author: teammateAuthor(ctx),
        clientId: input.clientId,
        message: { id: ctx.newId('msg'), text },
      },
    ]
  })
}
