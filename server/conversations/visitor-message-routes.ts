import { Hono, type Context as HonoContext } from 'hono'
import { PostMessage } from '../../protocol/api.ts'
import type { ClientId } from '../../protocol/ids.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { readJson } from '../http/validate.ts'
import { admitVisitor } from '../visitors/admit-visitor.ts'
import { limitMessages } from '../visitors/limit-messages.ts'
import { requireVisitor } from '../visitors/require-visitor.ts'
import { visitorAuthor } from './authors.ts'
import { withCleanPage } from './clean-page.ts'
import { repeatedCommand } from './command-outcome.ts'
import { conversationIdOf } from './conversation-id-of.ts'
import { readFirstAct } from './read-first-act.ts'
import { type ReceivedMessage, receiveMessage } from './receive-message.ts'
import { visitorReply } from './replies.ts'
import { conversationRoom } from './rooms-of.ts'
import { startConversation } from './start-conversation.ts'
import { streamMessage } from './stream-message.ts'
import { visitorsConversation } from './visitors-conversation.ts'

export function visitorMessageRoutes(): Hono<VisitorEnv> {
  return new Hono<VisitorEnv>()
    .post('/conversations', readFirstAct, admitVisitor, limitMessages, async (c) => {
      const { ctx, firstAct } = c.var
      return answered(c, startConversation(ctx, firstAct), firstAct.clientId)
    })
    .post('/conversations/:id/messages', requireVisitor, limitMessages, async (c) => {
      const input = await readJson(c, PostMessage)
      const conversationId = conversationIdOf(c)
      const received = receiveMessage(c.var.ctx, {
        ...withCleanPage(input),
        conversationId,
      })
      return answered(c, received, input.clientId)
    })
}

/** As a stream when asked to, else as JSON once the answer is stored. */
async function answered<E extends VisitorEnv>(
  c: HonoContext<E>,
  received: ReceivedMessage,
  clientId: ClientId,
): Promise<Response> {
  if (c.req.header('accept')?.includes('text/event-stream')) {
    return streamMessage(c, received, (id) => conversationRoom(c, id))
  }
  await received.answered
  const ctx = c.get('ctx')
  const conversation = visitorsConversation(ctx.db, ctx, received.conversation.id)
  const outcome = repeatedCommand(ctx.db, conversation, visitorAuthor(ctx), clientId)
  return visitorReply(c, outcome ?? { conversation, events: [] })
}
