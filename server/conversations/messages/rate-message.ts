import type { Rating } from '../../../protocol/events.ts'
import type { MessageId } from '../../../protocol/ids.ts'
import { AppError } from '../../core/app-error.ts'
import type { VisitorContext } from '../../core/context.ts'
import { visitorAuthor } from '../log/authors.ts'
import type { CommandOutcome } from '../log/command-outcome.ts'
import { findMessage } from '../log/store.ts'
import { type VisitorCommandInput, visitorCommand } from '../log/visitor-command.ts'

/** A thumb on an answer of the assistant's, in this conversation. */
export function rateMessage(
  ctx: VisitorContext,
  input: VisitorCommandInput & { messageId: MessageId; rating: Rating },
): CommandOutcome {
  const { clientId, messageId, rating } = input
  const author = visitorAuthor(ctx)
  return visitorCommand(ctx, input, (tx, conversation) => {
    if (findMessage(tx, conversation.id, messageId)?.author.kind !== 'assistant') {
      throw new AppError('not_found', 'There is no such answer in this conversation.')
    }
    return [{ type: 'message.rated', author, clientId, messageId, rating }]
  })
}
