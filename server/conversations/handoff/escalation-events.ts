import type { Assessment } from '../../../protocol/assessments.ts'
import type { NewEvent } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import type { Context } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { ASSISTANT, SYSTEM } from '../log/authors.ts'
import type { StoredConversation } from '../log/stored-conversation.ts'
import { type HandoffCall, handoffRequest } from './handoff-request.ts'

/**
 * The assessment of a message, for staff alone, and what its decision adds to the log: nothing, an offer,
 * or the call for a person. `asked`: the visitor called for one, with a message that is not in the log yet.
 */
export function escalationEvents(
  tx: Database,
  ctx: Pick<Context, 'now'>,
  conversation: StoredConversation,
  assessed: {
    messageId: MessageId
    assessment: Assessment
    asked?: Pick<HandoffCall, 'author' | 'pending'>
  },
): NewEvent[] {
  const { asked, ...rest } = assessed
  const { decision } = rest.assessment
  const event: NewEvent = { type: 'answer.assessed', author: SYSTEM, ...rest }
  switch (decision.action) {
    case 'none':
      return [event]
    case 'offer':
      return [event, { type: 'handoff.offered', author: ASSISTANT, reason: decision.reason }]
    case 'hand_off': {
      const call = { author: ASSISTANT, ...asked, reason: decision.reason }
      return [event, handoffRequest(tx, ctx, conversation, call)]
    }
    default:
      return decision satisfies never
  }
}
