import type { ClientId, ConversationId } from '../../protocol/ids.ts'
import type { VisitorContext } from '../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { cutAnswer } from './cut-answer.ts'
import { handoffRequest } from './handoff-request.ts'
import { visitorCommand } from './visitor-command.ts'

/** The visitor wants a person. Where one is waited for or there already, nothing changes. */
export function requestHandoff(
  ctx: VisitorContext,
  input: { conversationId: ConversationId; clientId: ClientId },
): CommandOutcome {
  const author = { kind: 'visitor', id: ctx.actor.visitorId } as const
  return visitorCommand(ctx, input, (tx, conversation) => {
    const { phaseName } = conversation
    if (phaseName === 'waiting' || phaseName === 'teammate') return []
    return [
      ...(phaseName === 'resolved' ? [{ type: 'conversation.reopened', author } as const] : []),
      ...cutAnswer(ctx, conversation.id),
      handoffRequest(tx, ctx, conversation, { author, clientId: input.clientId, reason: 'asked' }),
    ]
  })
}
