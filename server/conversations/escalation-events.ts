import type { EscalationDecision } from '../../protocol/assessments.ts'
import type { NewEvent } from '../../protocol/events.ts'
import type { Context } from '../core/context.ts'
import type { Database } from '../db/database.ts'
import { handoffRequest } from './handoff-request.ts'
import type { StoredConversation } from './stored-conversation.ts'

const ASSISTANT = { kind: 'assistant', id: 'assistant' } as const

/** What a decision adds to the log: nothing, an offer, or the call for a person. */
export function escalationEvents(
  tx: Database,
  ctx: Pick<Context, 'now'>,
  conversation: StoredConversation,
  decision: EscalationDecision,
): NewEvent[] {
  switch (decision.action) {
    case 'none':
      return []
    case 'offer':
      return [{ type: 'handoff.offered', author: ASSISTANT, reason: decision.reason }]
    case 'hand_off':
      return [handoffRequest(tx, ctx, conversation, { author: ASSISTANT, reason: decision.reason })]
    default:
      return decision satisfies never
  }
}
