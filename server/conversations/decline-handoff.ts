import type { ClientId, ConversationId } from '../../protocol/ids.ts'
import type { VisitorContext } from '../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { visitorCommand } from './visitor-command.ts'

/** A no to an offer, which is respected until hand back or reopening. Without an offer nothing changes. */
export function declineHandoff(
  ctx: VisitorContext,
  input: { conversationId: ConversationId; clientId: ClientId },
): CommandOutcome {
  const author = { kind: 'visitor', id: ctx.actor.visitorId } as const
  return visitorCommand(ctx, input, (_tx, { offer }) =>
    offer ? [{ type: 'handoff.declined', author, clientId: input.clientId }] : [],
  )
}
