import { Hono } from 'hono'
import * as v from 'valibot'
import { MarkRead } from '../../protocol/api.ts'
import { InboxView } from '../../protocol/inbox.ts'
import type { TeammateEnv } from '../http/app-env.ts'
import { readJson, readQuery } from '../http/validate.ts'
import { markAround } from '../team/mark-around.ts'
import { requireTeammate } from '../team/require-teammate.ts'
import { afterSeqOf } from './after-seq-of.ts'
import { conversationIdOf } from './conversation-id-of.ts'
import { listInbox } from './reading/list-inbox.ts'
import { markRead } from './reading/mark-read.ts'
import { readStaffThread } from './reading/read-thread.ts'
import { conversationRoom, inboxRoom } from './rooms-of.ts'

const InboxQuery = v.object({ view: InboxView, cursor: v.optional(v.string()) })

export function staffReadRoutes(): Hono<TeammateEnv> {
  return new Hono<TeammateEnv>()
    .get('/inbox/conversations', requireTeammate, async (c) => {
      const { ctx } = c.var
      const { view, cursor } = readQuery(c, InboxQuery)
      markAround(ctx)
      const list = listInbox(ctx, { view, ...(cursor !== undefined && { cursor }) })
      return c.json({ ...list, room: await inboxRoom(c), serverNow: ctx.now() })
    })
    .get('/inbox/conversations/:id', requireTeammate, async (c) => {
      const conversationId = conversationIdOf(c)
      markAround(c.var.ctx)
      const thread = readStaffThread(c.var.ctx, { conversationId, after: 0 })
      return c.json({ ...thread, room: await conversationRoom(c, conversationId) })
    })
    .get('/inbox/conversations/:id/events', requireTeammate, async (c) => {
      const conversationId = conversationIdOf(c)
      markAround(c.var.ctx)
      const thread = readStaffThread(c.var.ctx, { conversationId, after: afterSeqOf(c) })
      return c.json({ ...thread, room: await conversationRoom(c, conversationId) })
    })
    .post('/inbox/conversations/:id/read', requireTeammate, async (c) => {
      const { seq } = await readJson(c, MarkRead)
      return c.json(markRead(c.var.ctx, { conversationId: conversationIdOf(c), seq }))
    })
}
