import type { ConversationEvent } from '../../protocol/events.ts'
import type { ConversationId } from '../../protocol/ids.ts'
import { visibleTo } from '../../protocol/pure/audience.ts'
import type { Context } from '../core/context.ts'

/** Tells the world what the log now holds. Called after the commit, never inside it. */
export function afterCommit(
  ctx: Pick<Context, 'live' | 'publish'>,
  conversationId: ConversationId,
  events: ConversationEvent[],
): void {
  if (events.length === 0) return
  for (const event of visibleTo('visitor', events)) {
    ctx.live.tell(conversationId, { type: 'event', event })
  }
  ctx.publish.committed(conversationId)
}
