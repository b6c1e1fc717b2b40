import type { TeammateContext } from '../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { cutAnswer } from './cut-answer.ts'
import { type StaffCommandInput, staffCommand, teammateAuthor } from './staff-command.ts'

/** Done, from any phase. The shopper's next message opens it again. */
export function resolveConversation(
  ctx: TeammateContext,
  input: StaffCommandInput & { version: number },
): CommandOutcome {
  const { teammate } = ctx.actor
  return staffCommand(ctx, input, (_tx, conversation) =>
    conversation.phaseName === 'resolved'
      ? []
      : [
          ...cutAnswer(ctx, conversation.id),
          {
            type: 'conversation.resolved',
            author: teammateAuthor(ctx),
            clientId: input.clientId,
            teammate,
          },
        ],
  )
}
