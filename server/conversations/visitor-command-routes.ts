import { Hono } from 'hono'
import * as v from 'valibot'
import { GiveEmail, RateMessage, VisitorCommand } from '../../protocol/api.ts'
import { MessageId } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'
import type { VisitorEnv } from '../http/app-env.ts'
import { readJson } from '../http/validate.ts'
import { limitCommands } from '../visitors/limit-visitor.ts'
import { requireVisitor } from '../visitors/require-visitor.ts'
import { afterSeqOf } from './after-seq-of.ts'
import { conversationIdOf } from './conversation-id-of.ts'
import { cancelHandoff } from './handoff/cancel-handoff.ts'
import { declineHandoff } from './handoff/decline-handoff.ts'
import { requestHandoff } from './handoff/request-handoff.ts'
import { giveEmail } from './messages/give-email.ts'
import { rateMessage } from './messages/rate-message.ts'
import { readVisitorThread } from './reading/read-thread.ts'
import { visitorReply } from './replies.ts'
import { conversationRoom } from './rooms-of.ts'

export function visitorCommandRoutes(): Hono<VisitorEnv> {
  return new Hono<VisitorEnv>()
    .get('/conversations/:id/events', requireVisitor, async (c) => {
      const conversationId = conversationIdOf(c)
      const thread = readVisitorThread(c.var.ctx, { conversationId, after: afterSeqOf(c) })
      return c.json({ ...thread, room: await conversationRoom(c, conversationId) })
    })
    .post('/conversations/:id/handoff', requireVisitor, limitCommands, async (c) => {
      const { clientId } = await readJson(c, VisitorCommand)
      const conversationId = conversationIdOf(c)
      return visitorReply(c, requestHandoff(c.var.ctx, { conversationId, clientId }))
    })
    .post('/conversations/:id/handoff/decline', requireVisitor, limitCommands, async (c) => {
      const { clientId } = await readJson(c, VisitorCommand)
      const conversationId = conversationIdOf(c)
      return visitorReply(c, declineHandoff(c.var.ctx, { conversationId, clientId }))
    })
    .post('/conversations/:id/handoff/cancel', requireVisitor, limitCommands, async (c) => {
      const { clientId } = await readJson(c, VisitorCommand)
      const conversationId = conversationIdOf(c)
      return visitorReply(c, cancelHandoff(c.var.ctx, { conversationId, clientId }))
    })
    .post(
      '/conversations/:id/messages/:messageId/rating',
      requireVisitor,
      limitCommands,
      async (c) => {
        const input = await readJson(c, RateMessage)
        const messageId = c.req.param('messageId')
        if (!v.is(MessageId, messageId)) throw new AppError('not_found', 'There is no such answer.')
        const conversationId = conversationIdOf(c)
        return visitorReply(c, rateMessage(c.var.ctx, { conversationId, messageId, ...input }))
      },
    )
    .post('/conversations/:id/email', requireVisitor, limitCommands, async (c) => {
      const input = await readJson(c, GiveEmail)
      const conversationId = conversationIdOf(c)
      return visitorReply(c, giveEmail(c.var.ctx, { conversationId, ...input }))
    })
}
