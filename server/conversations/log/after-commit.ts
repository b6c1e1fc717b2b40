import { visibleTo } from '../../../protocol/pure/audience.ts'
import type { Context } from '../../core/context.ts'
import type { CommandOutcome } from './command-outcome.ts'

/**
 * Tells the world what the log now holds, and ends an answer whose version has passed. Called after the
 * commit, never inside it.
 */
export function afterCommit(
  ctx: Pick<Context, 'live' | 'publish'>,
  { conversation, events }: CommandOutcome,
): void {
  if (events.length === 0) return
  ctx.live.cutOlderThan(conversation.id, conversation.version)
  for (const event of visibleTo('visitor', events)) {
    ctx.live.tell(conversation.id, { type: 'event', event })
  }
  ctx.publish.committed(conversation.id)
}
