import { Hono, type Context as HonoContext } from 'hono'
import { PostMessage, StartConversation } from '../../protocol/api.ts'
import type { ClientId } from '../../protocol/ids.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { readJson } from '../http/validate.ts'
import { admitVisitor } from '../visitors/admit-visitor.ts'
import { limitMessages } from '../visitors/limit-messages.ts'
import { requireVisitor } from '../visitors/require-visitor.ts'
import { withCleanPage } from './clean-page.ts'
import { repeatedCommand } from './command-outcome.ts'
import { conversationIdOf } from './conversation-id-of.ts'
import { type ReceivedMessage, receiveMessage } from './receive-message.ts'
import { visitorReply } from './replies.ts'
import { visitorRoom } from './rooms-of.ts'
import { startConversation } from './start-conversation.ts'
import { streamMessage } from './stream-message.ts'
import { visitorsConversation } from './visitors-conversation.ts'

export function visitorMessageRoutes(): Hono<VisitorEnv> {
  return new Hono<VisitorEnv>()
    .post('/conversations', admitVisitor, limitMessages, async (c) => {
      const input = await readJson(c, StartConversation)
      const received = startConversation(c.var.ctx, withCleanPage(input))
      return answered(c, received, input.clientId)
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
async function answered(
  c: HonoContext<VisitorEnv>,
  received: ReceivedMessage,
  clientId: ClientId,
): Promise<Response> {
  if (c.req.header('accept')?.includes('text/event-stream')) {
    return streamMessage(c, received, (id) => visitorRoom(c, id))
  }
  await received.answered
  const { ctx } = c.var
  const conversation = visitorsConversation(ctx.db, ctx, received.conversation.id)
  const author = { kind: 'visitor', id: ctx.actor.visitorId } as const
  const outcome = repeatedCommand(ctx.db, conversation, author, clientId)
  return visitorReply(c, outcome ?? { conversation, events: [] })
}
