import type { TeammateContext } from '../../core/context.ts'
import { teammateAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type StaffCommandInput, staffCommand } from '../log/staff-command.ts'
import { cutAnswerEvents } from './cut-answer-events.ts'

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
          ...cutAnswerEvents(ctx, conversation.id),
          {
            type: 'conversation.taken_over',
            author: teammateAuthor(ctx),
            clientId: input.clientId,
            teammate,
          },
        ],
  )
}
