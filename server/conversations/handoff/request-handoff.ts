import type { VisitorContext } from '../../core/context.ts'
import { visitorAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { type VisitorCommandInput, visitorCommand } from '../log/visitor-command.ts'
import { cutAnswerEvents } from './cut-answer-events.ts'
import { handoffRequest } from './handoff-request.ts'

/** The visitor wants a person. Where one is waited for or there already, nothing changes. */
export function requestHandoff(ctx: VisitorContext, input: VisitorCommandInput): CommandOutcome {
  const author = visitorAuthor(ctx)
  return visitorCommand(ctx, input, (tx, conversation) => {
    const { phaseName } = conversation
    if (phaseName === 'waiting' || phaseName === 'teammate') return []
    return [
      ...(phaseName === 'resolved' ? [{ type: 'conversation.reopened', author } as const] : []),
      ...cutAnswerEvents(ctx, conversation.id),
      handoffRequest(tx, ctx, conversation, { author, clientId: input.clientId, reason: 'asked' }),
    ]
  })
}
