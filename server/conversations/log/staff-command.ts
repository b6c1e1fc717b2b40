import type { ClientId, ConversationId } from '../../../protocol/ids.ts'
import { AppError } from '../../core/app-error.ts'
import type { TeammateContext } from '../../core/context.ts'
import { teammateAuthor } from './authors.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { type Decide, runCommand } from './run-command.ts'
import { shopsConversation } from './shops-conversation.ts'
import type { StoredConversation } from './stored-conversation.ts'

export type StaffCommandInput = {
  conversationId: ConversationId
  clientId: ClientId
  /** The version that the teammate saw; undefined for what holds at any version. */
  version?: number
}

/**
 * A teammate's command on any conversation of the shop. A stale version is refused with the name of
 * whoever has the conversation now; a repeat is known before that.
 */
export function staffCommand(
  ctx: TeammateContext,
  { conversationId, clientId, version }: StaffCommandInput,
  decide: Decide,
): CommandOutcome {
  return runCommand(ctx, {
    author: teammateAuthor(ctx),
    clientId,
    find: (tx) => shopsConversation(tx, conversationId),
    decide(tx, conversation) {
      if (version !== undefined && version !== conversation.version) {
        throw staleVersion(ctx, conversation)
      }
      return decide(tx, conversation)
    },
  })
}

function staleVersion(ctx: TeammateContext, conversation: StoredConversation): AppError {
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
