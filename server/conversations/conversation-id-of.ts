import type { Context } from 'hono'
import * as v from 'valibot'
import { ConversationId } from '../../protocol/ids.ts'
import { AppError } from '../core/app-error.ts'

/** The `:id` of the path. One that cannot be an id is as absent as one that is not there. */
export function conversationIdOf(c: Context): ConversationId {
  const id = c.req.param('id')
  if (!v.is(ConversationId, id)) throw new AppError('not_found', 'There is no such conversation.')
  return id
}
