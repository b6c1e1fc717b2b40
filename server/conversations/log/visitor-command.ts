import type { ClientId, ConversationId } from '../../../protocol/ids.ts'
import type { VisitorContext } from '../../core/context.ts'
import { visitorAuthor } from './authors.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { type Decide, runCommand } from './run-command.ts'
import { visitorsConversation } from './visitors-conversation.ts'

export type VisitorCommandInput = { conversationId: ConversationId; clientId: ClientId }

/** A visitor's command on their own conversation. */
export function visitorCommand(
  ctx: VisitorContext,
  { conversationId, clientId }: VisitorCommandInput,
  decide: Decide,
): CommandOutcome {
  return runCommand(ctx, {
    author: visitorAuthor(ctx),
    clientId,
    find: (tx) => visitorsConversation(tx, ctx, conversationId),
    decide,
  })
}
