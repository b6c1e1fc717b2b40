import type { TeammateContext } from '../../core/context.ts'
import { teammateAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type StaffCommandInput, staffCommand } from '../log/staff-command.ts'
import { cutAnswerEvents } from './cut-answer-events.ts'

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
