import type { NewEvent } from '../../protocol/events.ts'
import type { ClientId, ConversationId } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'
import type { TeammateContext } from '../core/context.ts'
import type { Database } from '../db/database.ts'
import { writeTransaction } from '../db/write-transaction.ts'
import { afterCommit } from './after-commit.ts'
import { appendEvents } from './append-events.ts'
import { type CommandOutcome, repeatedCommand } from './command-outcome.ts'
import { findConversation } from './store.ts'
import type { StoredConversation } from './stored-conversation.ts'

export type StaffCommandInput = {
  conversationId: ConversationId
  clientId: ClientId
  /** The version that the teammate saw; undefined for what holds at any version. */
  version?: number
}

/**
 * The frame of every staff command: answer a repeat, compare the version, append what `decide` makes of
 * it, publish. A stale version is refused with the name of whoever has the conversation now.
 */
export function staffCommand(
  ctx: TeammateContext,
  input: StaffCommandInput,
  decide: (tx: Database, conversation: StoredConversation) => NewEvent[],
): CommandOutcome {
  const done = writeTransaction(ctx.db, (tx) => {
    const conversation = findConversation(tx, input.conversationId)
    if (!conversation) throw new AppError('not_found', 'There is no such conversation.')
    const author = { kind: 'teammate', id: ctx.actor.teammate.id } as const
    const repeat = repeatedCommand(tx, conversation, author, input.clientId)
    if (repeat) return { outcome: repeat, fresh: false }
    if (input.version !== undefined && input.version !== conversation.version) {
      throw staleVersion(ctx, conversation)
    }
    const drafts = decide(tx, conversation)
    if (drafts.length === 0) return { outcome: { conversation, events: [] }, fresh: false }
    return { outcome: appendEvents(tx, ctx, conversation, drafts), fresh: true }
  })
  if (done.fresh) afterCommit(ctx, done.outcome)
  return done.outcome
}

/** The teammate as the author of an event. */
export function teammateAuthor(ctx: TeammateContext) {
  return { kind: 'teammate', ...ctx.actor.teammate } as const
}

export function staleVersion(ctx: TeammateContext, conversation: StoredConversation): AppError {
  const { phase, version } = conversation
  if (phase.name === 'teammate' && phase.teammate.id !== ctx.actor.teammate.id) {
    const { name } = phase.teammate
    return new AppError('conversation_held', `${name} has this conversation now.`, {
      holderName: name,
      version,
    })
  }
  return new AppError('version_stale', 'The conversation has changed. Look again, then decide.', {
    version,
    phase: phase.name,
  })
}
