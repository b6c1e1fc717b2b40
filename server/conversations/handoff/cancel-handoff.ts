import type { VisitorContext } from '../../core/context.ts'
import { visitorAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type VisitorCommandInput, visitorCommand } from '../log/visitor-command.ts'

/** The visitor no longer waits. Once a teammate is there, there is nothing left to cancel. */
export function cancelHandoff(ctx: VisitorContext, input: VisitorCommandInput): CommandOutcome {
  const author = visitorAuthor(ctx)
  return visitorCommand(ctx, input, (_tx, { phaseName }) =>
    phaseName === 'waiting'
      ? [{ type: 'handoff.cancelled', author, clientId: input.clientId }]
      : [],
  )
}
