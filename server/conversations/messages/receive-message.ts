import type { PostMessage } from '../../../protocol/api.ts'
import type { ConversationId, MessageId } from '../../../protocol/ids.ts'
import type { VisitorContext } from '../../core/context.ts'
import { writeTransaction } from '../../db/write-transaction.ts'
import { answerQuestion } from '../answering/answer-question.ts'
import { afterCommit } from '../log/after-commit.ts'
import { visitorAuthor } from '../log/authors.ts'
import { type CommandOutcome, repeatedCommand } from '../log/command-outcome.ts'
import { visitorsConversation } from '../log/visitors-conversation.ts'
import { checkedText } from './checked-text.ts'
import { takeQuestion } from './take-question.ts'

/** `answered` settles when the question has its answer, its failure, or is no longer owed one. */
export type ReceivedMessage = CommandOutcome & { answered: Promise<void> }

/**
 * A visitor's message: stored and published before anything is answered, then answered in its turn.
 * Returns once it is stored; the answer goes on whether or not anybody waits for `answered`.
 */
export function receiveMessage(
  ctx: VisitorContext,
  input: PostMessage & { conversationId: ConversationId },
): ReceivedMessage {
  const text = checkedText(input.text)
  const stored = writeTransaction(ctx.db, (tx) => {
    const conversation = visitorsConversation(tx, ctx, input.conversationId)
    const repeat = repeatedCommand(tx, conversation, visitorAuthor(ctx), input.clientId)
    if (repeat) return { ...repeat, repeated: true }
    return { ...takeQuestion(tx, ctx, conversation, { ...input, text }), repeated: false }
  })
  if (stored.repeated) return { ...stored, answered: turnOfQuestion(ctx, stored) }
  return announceQuestion(ctx, stored)
}

/** After the commit: publishes, and lets the owed answer take its turn. */
export function announceQuestion(
  ctx: VisitorContext,
  taken: CommandOutcome & { owed?: MessageId | undefined },
): ReceivedMessage {
  const { conversation, events, owed } = taken
  afterCommit(ctx, taken)
  const answered = owed
    ? ctx.live.enqueue(conversation.id, owed, () => answerQuestion(ctx, conversation.id, owed))
    : Promise.resolve()
  return { conversation, events, answered }
}

/** A repeat waits for the answer that its first sending set going. */
export function turnOfQuestion(ctx: VisitorContext, { events }: CommandOutcome): Promise<void> {
  const questions = events.flatMap((event) =>
    event.type === 'message.created' && event.author.kind === 'visitor' ? [event.message.id] : [],
  )
  return Promise.all(questions.map((id) => ctx.live.turnOf(id))).then(() => undefined)
}
