import type { Author } from '../../../protocol/authors.ts'
import type { NewEvent } from '../../../protocol/events.ts'
import type { ClientId } from '../../../protocol/ids.ts'
import type { Context } from '../../core/context.ts'
import type { Database } from '../../db/database.ts'
import { writeTransaction } from '../../db/write-transaction.ts'
import { afterCommit } from './after-commit.ts'
import { appendEvents } from './append-events.ts'
import { type CommandOutcome, repeatedCommand } from './command-outcome.ts'
import type { StoredConversation } from './stored-conversation.ts'

/** What a command makes of a conversation: its events, or none, or a refusal that is thrown. */
export type Decide = (tx: Database, conversation: StoredConversation) => NewEvent[]

/**
 * The frame of every command that is no visitor's message: find the conversation, answer a repeat,
 * append what `decide` makes of it, publish. No events: nothing changes, and that is an answer too.
 */
export function runCommand(
  ctx: Context,
  command: {
    author: Author
    clientId: ClientId
    /** Throws what the author may know of a conversation that is not theirs to see. */
    find(tx: Database): StoredConversation
    decide: Decide
  },
): CommandOutcome {
  const done = writeTransaction(ctx.db, (tx) => {
    const conversation = command.find(tx)
    const repeat = repeatedCommand(tx, conversation, command.author, command.clientId)
    if (repeat) return { outcome: repeat, fresh: false }
    const drafts = command.decide(tx, conversation)
    if (drafts.length === 0) return { outcome: { conversation, events: [] }, fresh: false }
    return { outcome: appendEvents(tx, ctx, conversation, drafts), fresh: true }
  })
  if (done.fresh) afterCommit(ctx, done.outcome)
  return done.outcome
}
