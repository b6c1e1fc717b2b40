import type { NewEvent } from '../../protocol/events.ts'
import type { ClientId, ConversationId } from '../../protocol/ids.ts'
import type { VisitorContext } from '../core/context.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { afterCommit } from './after-commit.ts'
import { appendEvents } from './append-events.ts'
import { type CommandOutcome, repeatedCommand } from './command-outcome.ts'
import type { StoredConversation } from './stored-conversation.ts'
import { visitorsConversation } from './visitors-conversation.ts'

/**
 * The frame of every visitor command that is not a message: find the own conversation, answer a repeat,
 * append what `decide` makes of it, publish. No drafts: nothing changes, and that is an answer too.
 */
export function visitorCommand(
  ctx: VisitorContext,
  input: { conversationId: ConversationId; clientId: ClientId },
  decide: (tx: Database, conversation: StoredConversation) => NewEvent[],
): CommandOutcome {
  const done = writeTransaction(ctx.db, (tx) => {
    const conversation = visitorsConversation(tx, ctx, input.conversationId)
    const author = { kind: 'visitor', id: ctx.actor.visitorId } as const
    const repeat = repeatedCommand(tx, conversation, author, input.clientId)
    if (repeat) return { outcome: repeat, fresh: false }
    const drafts = decide(tx, conversation)
    if (drafts.length === 0) return { outcome: { conversation, events: [] }, fresh: false }
    return { outcome: appendEvents(tx, ctx, conversation, drafts), fresh: true }
  })
  if (done.fresh) afterCommit(ctx, done.outcome)
  return done.outcome
}
