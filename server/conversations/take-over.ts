import type { TeammateContext } from '../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { cutAnswer } from './cut-answer.ts'
import { type StaffCommandInput, staffCommand, teammateAuthor } from './staff-command.ts'

/** From every phase, by compare-and-set on the version; H4 in docs/protocol.md. */
export function takeOver(
  ctx: TeammateContext,
  input: StaffCommandInput & { version: number },
): CommandOutcome {
  const { teammate } = ctx.actor
  return staffCommand(ctx, input, (_tx, conversation) =>
    conversation.holderId === teammate.id
      ? []
      : [
          ...cutAnswer(ctx, conversation.id),
          {
            type: 'conversation.taken_over',
            author: teammateAuthor(ctx),
            clientId: input.clientId,
            teammate,
          },
        ],
  )
}
