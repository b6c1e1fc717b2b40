import type { ClientId, ConversationId } from '../../protocol/ids.ts'
import type { VisitorContext } from '../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { visitorCommand } from './visitor-command.ts'

/** The visitor no longer waits. Once a teammate is there, there is nothing left to cancel. */
export function cancelHandoff(
  ctx: VisitorContext,
  input: { conversationId: ConversationId; clientId: ClientId },
): CommandOutcome {
  const author = { kind: 'visitor', id: ctx.actor.visitorId } as const
  return visitorCommand(ctx, input, (_tx, { phaseName }) =>
    phaseName === 'waiting'
      ? [{ type: 'handoff.cancelled', author, clientId: input.clientId }]
      : [],
  )
}
