import type { Context } from 'hono'
import type { CommandReply, StaffReply } from '../../protocol/api.ts'
import { visibleTo } from '../../protocol/pure/audience.ts'
import type { TeammateEnv, VisitorEnv } from '../http/app-env.ts'
import type { CommandOutcome } from './log/command-outcome.ts'
import { staffView, visitorView } from './log/stored-conversation.ts'
import { conversationRoom } from './rooms-of.ts'

export async function visitorReply<E extends VisitorEnv>(
  c: Context<E>,
  { conversation, events }: CommandOutcome,
): Promise<Response> {
  const madeToken = c.get('madeToken')
  const reply: CommandReply = {
    ...(madeToken !== undefined && { visitorToken: madeToken }),
    conversation: visitorView(conversation),
    events: visibleTo('visitor', events),
    room: await conversationRoom(c, conversation.id),
  }
  return c.json(reply)
}

export function staffReply(
  c: Context<TeammateEnv>,
  { conversation, events }: CommandOutcome,
): Response {
  const reply: StaffReply = { conversation: staffView(conversation), events }
  return c.json(reply)
}
