import { Hono } from 'hono'
import { PostNote, PostReply, StaffCommand } from '../../protocol/api.ts'
import type { TeammateEnv } from '../http/app-env.ts'
import { readJson } from '../http/validate.ts'
import { requireTeammate } from '../team/require-teammate.ts'
import { conversationIdOf } from './conversation-id-of.ts'
import { handBack } from './handoff/hand-back.ts'
import { resolveConversation } from './handoff/resolve-conversation.ts'
import { takeOver } from './handoff/take-over.ts'
import { postNote } from './messages/post-note.ts'
import { postReply } from './messages/post-reply.ts'
import { staffReply } from './replies.ts'

export function staffCommandRoutes(): Hono<TeammateEnv> {
  return new Hono<TeammateEnv>()
    .post('/inbox/conversations/:id/takeover', requireTeammate, async (c) => {
      const input = await readJson(c, StaffCommand)
      return staffReply(c, takeOver(c.var.ctx, { conversationId: conversationIdOf(c), ...input }))
    })
    .post('/inbox/conversations/:id/replies', requireTeammate, async (c) => {
      const input = await readJson(c, PostReply)
      return staffReply(c, postReply(c.var.ctx, { conversationId: conversationIdOf(c), ...input }))
    })
    .post('/inbox/conversations/:id/notes', requireTeammate, async (c) => {
      const { clientId, text } = await readJson(c, PostNote)
      const conversationId = conversationIdOf(c)
      return staffReply(c, postNote(c.var.ctx, { conversationId, clientId, text }))
    })
    .post('/inbox/conversations/:id/hand-back', requireTeammate, async (c) => {
      const input = await readJson(c, StaffCommand)
      return staffReply(c, handBack(c.var.ctx, { conversationId: conversationIdOf(c), ...input }))
    })
    .post('/inbox/conversations/:id/resolve', requireTeammate, async (c) => {
      const input = await readJson(c, StaffCommand)
      const conversationId = conversationIdOf(c)
      return staffReply(c, resolveConversation(c.var.ctx, { conversationId, ...input }))
    })
}
