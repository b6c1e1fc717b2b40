import { Hono, type Context as HonoContext } from 'hono'
import { PostMessage } from '../../protocol/api.ts'
import type { ClientId } from '../../protocol/ids.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { readJson } from '../http/validate.ts'
import { admitVisitor } from '../visitors/admit-visitor.ts'
import { limitMessages } from '../visitors/limit-visitor.ts'
import { requireVisitor } from '../visitors/require-visitor.ts'
import { conversationIdOf } from './conversation-id-of.ts'
import { visitorAuthor } from './log/authors.ts'
import { repeatedCommand } from './log/command-outcome.ts'
import { visitorsConversation } from './log/visitors-conversation.ts'
import { readFirstAct } from './messages/read-first-act.ts'
import { type ReceivedMessage, receiveMessage } from './messages/receive-message.ts'
import { startConversation } from './messages/start-conversation.ts'
import { streamMessage } from './messages/stream-message.ts'
import { withCleanPage } from './messages/with-clean-page.ts'
import { visitorReply } from './replies.ts'
import { conversationRoom } from './rooms-of.ts'

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
