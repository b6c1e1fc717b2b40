import type { VisitorContext } from '../../core/context.ts'
import { visitorAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type VisitorCommandInput, visitorCommand } from '../log/visitor-command.ts'

/** Where a person may write when nobody is around. For staff alone; the visitor sees that it was given. */
export function giveEmail(
  ctx: VisitorContext,
  input: VisitorCommandInput & { email: string },
): CommandOutcome {
  const { clientId, email } = input
  const author = visitorAuthor(ctx)
  return visitorCommand(ctx, input, () => [
    { type: 'visitor.email_given', author, clientId, email },
  ])
}
