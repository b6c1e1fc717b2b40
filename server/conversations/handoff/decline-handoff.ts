import type { VisitorContext } from '../../core/context.ts'
import { visitorAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type VisitorCommandInput, visitorCommand } from '../log/visitor-command.ts'

/** A no to an offer, which is respected until hand back or reopening. Without an offer nothing changes. */
export function declineHandoff(ctx: VisitorContext, input: VisitorCommandInput): CommandOutcome {
  const author = visitorAuthor(ctx)
  return visitorCommand(ctx, input, (_tx, { offer }) =>
    offer ? [{ type: 'handoff.declined', author, clientId: input.clientId }] : [],
  )
}
