import { AppError } from '../../core/app-error.ts'
import type { TeammateContext } from '../../core/context.ts'
import { may } from '../../team/may.ts'
import { teammateAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type StaffCommandInput, staffCommand } from '../log/staff-command.ts'

/** Back to the assistant, which speaks at the shopper's next message. The holder's to do, or an admin's. */
export function handBack(
  ctx: TeammateContext,
  input: StaffCommandInput & { version: number },
): CommandOutcome {
  const { teammate, role } = ctx.actor
  return staffCommand(ctx, input, (_tx, { holderId }) => {
    if (holderId !== teammate.id && !(holderId !== '' && may(role, 'hand_back_for_others'))) {
      throw new AppError('not_holder', 'Only who holds the conversation hands it back.')
    }
    return [
      {
        type: 'conversation.handed_back',
        author: teammateAuthor(ctx),
        clientId: input.clientId,
        teammate,
      },
    ]
  })
}
