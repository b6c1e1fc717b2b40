import type { TeammateContext } from '../core/context.ts'
import { teammateAuthor } from './authors.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { cutAnswerEvents } from './cut-answer-events.ts'
import { type StaffCommandInput, staffCommand } from './staff-command.ts'

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
          ...cutAnswerEvents(ctx, conversation.id),
          {
            type: 'conversation.resolved',
            author: teammateAuthor(ctx),
            clientId: input.clientId,
            teammate,
          },
        ],
  )
}
