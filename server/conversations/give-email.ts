import type { ClientId, ConversationId } from '../../protocol/ids.ts'
import type { VisitorContext } from '../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { visitorCommand } from './visitor-command.ts'

/** Where a person may write when nobody is around. For staff alone; the visitor sees that it was given. */
export function giveEmail(
  ctx: VisitorContext,
  input: { conversationId: ConversationId; clientId: ClientId; email: string },
): CommandOutcome {
  const { clientId, email } = input
  const author = { kind: 'visitor', id: ctx.actor.visitorId } as const
  return visitorCommand(ctx, input, () => [
    { type: 'visitor.email_given', author, clientId, email },
  ])
}
